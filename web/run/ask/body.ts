import type { RequestBody } from '#cors';

export function bodyInit({ type, text, mime }: RequestBody): BodyInit {
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
