import type { Plan } from '#cors';

/** `response.headers.0` in words: "The response’s header `Set-Cookie`". What it says goes on from there. */
export function placeOf(path: string, plan: Plan): string {
  const [answer, field = '', index] = path.split('.');
  if (answer !== 'preflight' && answer !== 'response') return `The plan’s ${path || 'form'}`;
  const whose = `The ${answer === 'preflight' ? 'preflight answer' : 'response'}’s`;
  if (index === undefined) return `${whose} ${field}`;
  const name =
    field === 'headers' ? plan[answer].headers[Number(index)]?.[0] : plan[answer].cookies[Number(index)]?.name;
  return field === 'redirects' || !name
    ? `${whose} ${field.replace(/s$/, '')} ${Number(index) + 1}`
    : `${whose} ${field.replace(/s$/, '')} \`${name}\``;
}
