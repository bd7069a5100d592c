import encodeQR from 'qr';

/** Characters. A code of more is too fine to be read from a screen: version 25 of 40, at the lowest correction. */
const mostForQr = 1273;

export function QrCode({ link }: { link: string }) {
  if (link.length > mostForQr) {
    return (
      <p className="mt-5 text-pretty text-ink-2">
        The link has {link.length.toLocaleString('en')} characters, which is too much for a QR code: above{' '}
        {mostForQr.toLocaleString('en')} it is too fine to be read from a screen.
      </p>
    );
  }
  const rows = encodeQR(link, 'raw', { ecc: 'low', border: 4 });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
      {/* Dark on light in either theme: not every reader knows the inverse. */}
      <svg
        role="img"
        aria-label="QR code of the link"
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        shapeRendering="crispEdges"
        className="size-60 max-w-full rounded-control border border-line"
      >
        <path d={`M0 0h${rows.length}v${rows.length}H0z`} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className="max-w-56 text-pretty text-ink-2">
        Opens the scenario on another device that reaches <code>{location.host}</code>.
      </p>
    </div>
  );
}
