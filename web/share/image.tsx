import { Check, Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DownloadButton } from './download.tsx';
import type { Shared } from './shared.ts';
import { type WireImage, wireImage } from './wire-image.ts';

const dataUrl = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Twice as many dots as the image has pixels, for screens that have them. */
async function png({ svg, width, height }: WireImage): Promise<Blob> {
  const image = new Image(width, height);
  image.src = dataUrl(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no PNG'))), 'image/png');
  });
}

/** Who said what, as a picture of its own. */
export function ImageTab({ shared }: { shared: Shared }) {
  const image = useMemo(() => wireImage(shared), [shared]);
  const { svg, width, height, says } = image;
  return (
    <>
      <img
        src={dataUrl(svg)}
        width={width}
        height={height}
        alt={says}
        className="h-auto w-full rounded-control border border-line"
      />
      <div className="mt-4 flex flex-wrap gap-2">
        <DownloadButton name="wire.svg" file={() => new Blob([svg], { type: 'image/svg+xml' })}>
          Download SVG
        </DownloadButton>
        <DownloadButton name="wire.png" file={() => png(image)}>
          Download PNG
        </DownloadButton>
        <CopyImage image={image} />
        <CopyButton what="the image in words" text={() => says}>
          Copy alt text
        </CopyButton>
      </div>
    </>
  );
}

function CopyImage({ image }: { image: WireImage }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = async () => {
    try {
      // The promise itself: a browser may allow copying only while the press lasts.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(image) })]);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Button onClick={copy}>
        <Icon size={16} strokeWidth={1.5} aria-hidden />
        Copy image
      </Button>
      <span role="status" className={state === 'refused' ? 'text-block' : 'sr-only'}>
        {{ ready: '', copied: 'Copied', refused: 'The browser did not allow copying' }[state]}
      </span>
    </span>
  );
}
