import type { Origins } from '#cors';

const first = Number(process.env.PREFLIGHT_E2E_PORT ?? 4070);

/** Three ports of their own from `first`, so that a playground that someone has open is left alone. */
export const portsFrom = (first: number) => ({ page: first, echo: first + 1, second: first + 2 });

export const ports = portsFrom(first);

/** For a server that one test starts and ends itself. */
export const sparePorts = portsFrom(first + 10);

export const origins: Origins = {
  page: `http://localhost:${ports.page}`,
  'same-site': `http://localhost:${ports.echo}`,
  'cross-site': `http://127.0.0.1:${ports.echo}`,
  second: `http://localhost:${ports.second}`,
};

/** The environment with which a server listens on three ports. */
export const environment = ({ page, echo, second }: Readonly<Record<keyof typeof ports, number>>) => ({
  PREFLIGHT_PORT: String(page),
  PREFLIGHT_ECHO_PORT: String(echo),
  PREFLIGHT_SECOND_PORT: String(second),
});
