import { type OriginName, type Origins, originNames } from '#cors';

export type PortName = 'page' | 'echo' | 'second';

/** Where to listen, and the public origins that were told. Those not told follow from the ports. */
export interface Config {
  readonly addresses: readonly string[];
  readonly ports: Readonly<Record<PortName, number>>;
  readonly origins: Partial<Origins>;
}

/** Something that the person who started the server can put right. */
export class ConfigError extends Error {}

export const portVariables: Readonly<Record<PortName, string>> = {
  page: 'PREFLIGHT_PORT',
  echo: 'PREFLIGHT_ECHO_PORT',
  second: 'PREFLIGHT_SECOND_PORT',
};
const originVariables: Readonly<Record<OriginName, string>> = {
  page: 'PREFLIGHT_PAGE_ORIGIN',
  'same-site': 'PREFLIGHT_ECHO_ORIGIN',
  'cross-site': 'PREFLIGHT_CROSS_SITE_ORIGIN',
  second: 'PREFLIGHT_SECOND_ORIGIN',
};
const loopback = ['127.0.0.1', '::1'];

type Environment = Readonly<Record<string, string | undefined>>;

function readPort(env: Environment, name: PortName, fallback: number): number {
  const variable = portVariables[name];
  const text = env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new ConfigError(`${variable} must be a port from 0 to 65535 (0 picks a free one), not "${text}".`);
  }
  return port;
}

function readOrigin(env: Environment, name: OriginName): Partial<Origins> {
  const variable = originVariables[name];
  const text = env[variable];
  if (text === undefined || text === '') return {};
  if (!/^https?:/.test(text) || !URL.canParse(text) || new URL(text).origin !== text) {
    throw new ConfigError(`${variable} must be an origin such as https://cors.example, without a path, not "${text}".`);
  }
  return { [name]: text };
}

function refuseDuplicates(values: readonly (readonly [variable: string, value: unknown])[]): void {
  for (const [index, [variable, value]] of values.entries()) {
    const earlier = values.slice(0, index).find(([, other]) => other === value);
    if (earlier) throw new ConfigError(`${earlier[0]} and ${variable} must differ, but both are ${value}.`);
  }
}

/** Reads the configuration from environment variables; throws a ConfigError that names the variable at fault. */
export function readConfig(env: Environment): Config {
  const ports = {
    page: readPort(env, 'page', 4000),
    echo: readPort(env, 'echo', 4001),
    second: readPort(env, 'second', 4002),
  };
  const fixed = (['page', 'echo', 'second'] as const).filter((name) => ports[name] !== 0);
  refuseDuplicates(fixed.map((name) => [portVariables[name], ports[name]]));
  const origins: Partial<Origins> = Object.assign({}, ...originNames.map((name) => readOrigin(env, name)));
  const host = env.PREFLIGHT_HOST;
  const addresses = host === undefined || host === '' || host === 'localhost' ? loopback : [host];
  return { addresses, ports, origins };
}

/**
 * All four origins: as told, else as this machine's own browser reaches the given ports. Throws a ConfigError when two
 * are the same, because then nothing would cross between them.
 */
export function fillOrigins(told: Partial<Origins>, ports: Readonly<Record<PortName, number>>): Origins {
  const origins: Origins = {
    page: told.page ?? `http://localhost:${ports.page}`,
    'same-site': told['same-site'] ?? `http://localhost:${ports.echo}`,
    // Another site by its name only: the same listener, the same endpoints.
    'cross-site': told['cross-site'] ?? `http://127.0.0.1:${ports.echo}`,
    second: told.second ?? `http://localhost:${ports.second}`,
  };
  refuseDuplicates(originNames.map((name) => [originVariables[name], origins[name]]));
  return origins;
}
