/** The origin of ours that a Host header names, or null for a foreign host. */
export type OriginOfHost = (host: string | undefined) => string | null;

/** Recognises the Host headers that belong to the given origins, with or without their default port. */
export function originOfHost(origins: readonly string[]): OriginOfHost {
  const byHost = new Map<string, string>();
  for (const origin of origins) {
    const { host, port, protocol } = new URL(origin);
    byHost.set(host, origin);
    if (port === '') byHost.set(`${host}:${protocol === 'https:' ? 443 : 80}`, origin);
  }
  return (host) => (host === undefined ? null : (byHost.get(host) ?? byHost.get(host.toLowerCase()) ?? null));
}

/** Whether a Host header is this very port under a loopback name: `localhost`, `*.localhost`, `127.*`, `[::1]`. */
export function isLoopbackHost(host: string | undefined, port: number): boolean {
  const match = /^(localhost|[a-z0-9-.]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\]):(\d+)$/i.exec(host ?? '');
  return match !== null && Number(match[2]) === port;
}
