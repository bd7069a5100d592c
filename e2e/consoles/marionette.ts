import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Firefox's own remote protocol: JSON after its length. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html */
export class Marionette {
  readonly #socket: Socket;
  readonly #answers: unknown[][] = [];
  #heard: () => void = () => undefined;
  #number = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    let buffer = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk]);
      for (;;) {
        const colon = buffer.indexOf(':');
        const end = colon + 1 + Number(buffer.subarray(0, Math.max(0, colon)));
        if (colon < 0 || buffer.length < end) return;
        const message: unknown = JSON.parse(String(buffer.subarray(colon + 1, end)));
        buffer = buffer.subarray(end);
        if (Array.isArray(message)) this.#answers.push(message);
        this.#heard();
      }
    });
  }

  /** Connects as soon as somebody listens. */
  static async connect(port: number): Promise<Marionette> {
    for (;;) {
      const socket = connect(port, '127.0.0.1');
      try {
        await once(socket, 'connect');
        return new Marionette(socket);
      } catch {
        await pause(50);
      }
    }
  }

  async command<T>(name: string, parameters: object = {}): Promise<T> {
    const number = ++this.#number;
    const text = JSON.stringify([0, number, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    for (;;) {
      const [, , error, result] = this.#answers.find(([, answered]) => answered === number) ?? [];
      if (error) throw new Error(`Firefox: ${name}: ${JSON.stringify(error)}`);
      if (result !== undefined) return result as T;
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  close() {
    this.#socket.destroy();
  }
}
