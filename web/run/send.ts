import type { FetchCall, PageResult, RequestBody } from '#cors';

function bodyInit({ type, text, mime }: RequestBody): BodyInit {
  switch (type) {
    case 'text':
      return text;
    case 'form':
      return new URLSearchParams(text);
    case 'multipart': {
      const form = new FormData();
      for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
      return form;
    }
    case 'blob':
      return new Blob([text], { type: mime });
    case 'bytes':
      return new TextEncoder().encode(text);
  }
}

function typeOf(type: ResponseType): 'basic' | 'cors' | 'opaque' | 'opaqueredirect' {
  return type === 'basic' || type === 'cors' || type === 'opaque' || type === 'opaqueredirect' ? type : 'basic';
}

/** Makes the call with the browser's own fetch, and says what the page's JavaScript got. */
export async function send(call: FetchCall): Promise<PageResult> {
  const { url, headers, body, ...options } = call;
  try {
    const response = await fetch(url, {
      ...options,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      body: body ? bodyInit(body) : null,
    });
    const type = typeOf(response.type);
    return {
      kind: 'response',
      type,
      status: response.status,
      statusText: response.statusText,
      url: response.url,
      redirected: response.redirected,
      headers: [...response.headers],
      body: type === 'basic' || type === 'cors' ? await response.text() : null,
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'error', name: error.name, message: error.message };
  }
}
