// The little that the benchmarks use of packages that bring no types.
declare module 'autocannon' {
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly headers: Readonly<Record<string, string>>;
  }
  interface Result {
    readonly requests: { readonly total: number; readonly average: number };
    readonly duration: number;
    readonly errors: number;
    readonly non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}

declare module 'express' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  interface Response extends ServerResponse {
    set(name: string, value: string): this;
    send(body: string): this;
  }
  interface App {
    use(handler: Handler): void;
    disable(setting: string): void;
    all(path: string, handler: (request: IncomingMessage, response: Response) => void): void;
    listen(port: number, host: string, listening: () => void): Server;
  }
  export default function express(): App;
}

declare module 'cors' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export default function cors(options: {
    readonly origin: boolean;
    readonly credentials: boolean;
  }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
