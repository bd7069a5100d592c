import { describe, expect, test } from 'vitest';
import { fillOrigins, readConfig } from './config.ts';

describe('the configuration', () => {
  test('is loopback only, on 4000, 4001 and 4002, when nothing is told', () => {
    const config = readConfig({});
    expect(config).toEqual({
      addresses: ['127.0.0.1', '::1'],
      ports: { page: 4000, echo: 4001, second: 4002 },
      origins: {},
    });
    expect(fillOrigins(config.origins, config.ports)).toEqual({
      page: 'http://localhost:4000',
      'same-site': 'http://localhost:4001',
      'cross-site': 'http://127.0.0.1:4001',
      second: 'http://localhost:4002',
    });
  });

  test('takes ports, address and public origins from the environment', () => {
    expect(
      readConfig({
        PREFLIGHT_HOST: '0.0.0.0',
        PREFLIGHT_PORT: '8080',
        PREFLIGHT_ECHO_PORT: '0',
        PREFLIGHT_SECOND_PORT: '0',
        PREFLIGHT_PAGE_ORIGIN: 'https://cors.example',
        PREFLIGHT_CROSS_SITE_ORIGIN: 'https://echo.elsewhere.example:8443',
      }),
    ).toEqual({
      addresses: ['0.0.0.0'],
      ports: { page: 8080, echo: 0, second: 0 },
      origins: { page: 'https://cors.example', 'cross-site': 'https://echo.elsewhere.example:8443' },
    });
  });

  test.each([
    [{ PREFLIGHT_PORT: 'http' }, 'PREFLIGHT_PORT must be a port from 0 to 65535 (0 picks a free one), not "http".'],
    [
      { PREFLIGHT_ECHO_PORT: '65536' },
      'PREFLIGHT_ECHO_PORT must be a port from 0 to 65535 (0 picks a free one), not "65536".',
    ],
    [{ PREFLIGHT_SECOND_PORT: '4000' }, 'PREFLIGHT_PORT and PREFLIGHT_SECOND_PORT must differ, but both are 4000.'],
    [
      { PREFLIGHT_PAGE_ORIGIN: 'https://cors.example/' },
      'PREFLIGHT_PAGE_ORIGIN must be an origin such as https://cors.example, without a path, not "https://cors.example/".',
    ],
    [
      { PREFLIGHT_ECHO_ORIGIN: 'cors.example' },
      'PREFLIGHT_ECHO_ORIGIN must be an origin such as https://cors.example, without a path, not "cors.example".',
    ],
  ])('%o is refused in words', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  test('two origins that are the same are refused', () => {
    const { origins, ports } = readConfig({ PREFLIGHT_SECOND_ORIGIN: 'http://localhost:4000' });
    expect(() => fillOrigins(origins, ports)).toThrow(
      'PREFLIGHT_PAGE_ORIGIN and PREFLIGHT_SECOND_ORIGIN must differ, but both are http://localhost:4000.',
    );
  });
});
