import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import { Duplex } from 'node:stream';

// fetch() sends any token as a method, `patch` and `CHICKEN` alike; Node's parser knows a list and refuses the rest
// (HPE_INVALID_METHOD, with the bytes it refused). Such a request goes through the parser once more under a method that
// it knows, on a connection of its own: https://nodejs.org/api/http.html#event-connection
const standIn = 'POST';
const requestLine = /^([!#$%&'*+.^_`|~\w-]{1,64}) \//;

const methods = new WeakMap<Duplex, string>();
const standIns = new WeakSet<Duplex>();

interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

/** The method that the client really sent. Asked once for each request, before its answer. */
export function methodOf({ socket, method }: IncomingMessage): string {
  const real = methods.get(socket);
  methods.delete(socket);
  return real ?? method ?? 'GET';
}

/** Whether this connection ends with its first answer, as those of refused methods do. */
export const endsAfterAnswer = ({ socket }: IncomingMessage): boolean => standIns.has(socket);

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function refuse(error: ParserError, socket: Duplex): void {
  const status = statuses[error.code ?? ''] ?? 400;
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`, 'latin1');
  socket.destroy();
}

/** Lets a server's request listeners see requests of any method, and answers what is no request with its status. */
export function acceptAnyMethod(server: Server): void {
  server.on('clientError', (error: ParserError, socket) => {
    const { code, rawPacket } = error;
    const method =
      code === 'HPE_INVALID_METHOD' && rawPacket && requestLine.exec(rawPacket.toString('latin1', 0, 66))?.[1];
    if (!method || standIns.has(socket)) return refuse(error, socket);
    const again = new Duplex({
      read: () => void socket.resume(),
      write: (chunk, encoding, done) => void socket.write(chunk, encoding, done),
      final: (done) => void socket.end(done),
      destroy: (reason, done) => {
        socket.destroy();
        done(reason);
      },
    });
    socket.removeAllListeners('data');
    socket.on('data', (chunk: Buffer) => void (again.push(chunk) || socket.pause()));
    socket.on('end', () => again.push(null));
    socket.on('close', () => again.destroy());
    methods.set(again, method);
    standIns.add(again);
    server.emit('connection', again);
    again.push(Buffer.concat([Buffer.from(standIn), rawPacket.subarray(method.length)]));
  });
}
