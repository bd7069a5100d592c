import { asAsked, type Scenario } from '#cors';

/** What to call a scenario: its title, or else its first request, e.g. `GET /orders and 2 more`. */
export function titleOf({ title, requests }: Scenario): string {
  if (title.trim() !== '') return title;
  const [first, ...others] = requests;
  if (!first) return 'Untitled';
  return `${asAsked(first).method} ${first.path}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
