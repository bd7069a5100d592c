import type { Origins } from '#cors';

/** Ports of their own, so that a playground that someone has open is left alone. */
export const ports = { page: 4070, echo: 4071, second: 4072 } as const;

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
