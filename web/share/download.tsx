import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';

/** Hands the browser a file to save. */
function save(name: string, file: Blob) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with the click, and reads what it was given.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

interface DownloadButtonProps {
  readonly name: string;
  /** Made when it is wanted. */
  readonly file: () => Blob | Promise<Blob>;
  readonly children: string;
}

export function DownloadButton({ name, file, children }: DownloadButtonProps) {
  const [failed, setFailed] = useState(false);
  const press = async () => {
    try {
      save(name, await file());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <span className="inline-flex items-center gap-1.5">
      <Button onClick={press}>
        <Download size={16} strokeWidth={1.5} aria-hidden />
        {children}
      </Button>
      <span role="status" className={failed ? 'text-block' : 'sr-only'}>
        {failed && 'The browser could not make it'}
      </span>
    </span>
  );
}
