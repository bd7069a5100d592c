/** What every server of the comparison answers, byte for byte but for the order of its lines. */
export const body = JSON.stringify({
  ok: true,
  orders: Array.from({ length: 5 }, (_, id) => ({ id, total: id * 10 })),
});

export const corsLines: readonly (readonly [name: string, value: string])[] = [
  ['Access-Control-Allow-Origin', 'http://localhost:4000'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Vary', 'Origin'],
];
export const otherLines: readonly (readonly [name: string, value: string])[] = [
  ['Content-Type', 'application/json'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "sandbox; default-src 'none'"],
];

/** What a browser sends along with a cross-origin `fetch`. */
export const requestHeaders: Readonly<Record<string, string>> = {
  Origin: 'http://localhost:4000',
  Referer: 'http://localhost:4000/',
  Accept: '*/*',
  'Accept-Language': 'en-US,en;q=0.9',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Sec-Fetch-Site': 'same-site',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
};
