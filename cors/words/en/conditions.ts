import type { Condition } from '../../lessons/condition.ts';

const verdicts = {
  readable: 'The page reads the answer',
  opaque: 'The page gets an answer that it cannot look into',
  blocked: 'The browser keeps the answer from the page',
};

/** A condition as a sentence without its full stop, in the present tense: it serves before a run and after it. */
export function conditionText(condition: Condition): string {
  switch (condition.about) {
    case 'verdict':
      return verdicts[condition.is];
    case 'preflight':
      return condition.is ? 'A preflight is sent' : 'No preflight is sent';
    case 'request':
      return `The request itself ${condition.is ? 'reaches' : 'does not reach'} the server`;
    case 'messages':
      return condition.is === 1 ? '1 message reaches the server' : `${condition.is} messages reach the server`;
    case 'status':
      return condition.is === null ? 'The page reads no status' : `The page reads the status \`${condition.is}\``;
    case 'readable header':
      return `The page ${condition.is ? 'can' : 'cannot'} read \`${condition.name}\``;
    case 'request header':
      return condition.is === null
        ? `The server is sent no \`${condition.name}\``
        : `The server is sent \`${condition.name}: ${condition.is}\``;
    case 'cookie':
      return condition.is
        ? `The server is sent the cookie \`${condition.name}\``
        : `The server is not sent the cookie \`${condition.name}\``;
    case 'cache':
      return condition.is ? 'The shared cache answers' : 'The shared cache passes the request on';
    case 'body':
      return condition.is === null || condition.is === ''
        ? 'The server is sent no body'
        : `The server is sent the body \`${condition.is}\``;
  }
}
