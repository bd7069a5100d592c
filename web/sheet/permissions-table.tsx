import { Check, RotateCw, TriangleAlert } from 'lucide-react';
import { type Finding, findingWords, parseEndpointUrl } from '#cors';
import { ownBrowser } from '../own-browser.ts';
import { Prose } from '../terms/prose.tsx';
import { Button } from '../ui/button.tsx';
import { Countdown } from './countdown.tsx';
import type { Permission, Service } from './permissions.ts';
import { ClockTime } from './when.tsx';

const columns = ['Allowed', 'URL', 'For', 'Left'];
const widths = ['w-[19%]', 'w-[34%]', 'w-[34%]', 'w-[13%]'];
const stacked = 'max-[600px]:block max-[600px]:p-0';

/** Without the endpoint's id, which says nothing. */
function Url({ url }: { url: string }) {
  const { hop = 0, path = '' } = parseEndpointUrl(url) ?? {};
  return (
    <code title={url} className="wrap-anywhere">
      <span className="block">{new URL(url).origin}</span>
      {`…${hop > 0 ? `/@${hop}` : ''}${path}`}
    </code>
  );
}

function Row({ permission }: { permission: Permission }) {
  const { methods, headers, url, origin, credentials, expires } = permission;
  const cells = [
    <span key="allowed" className="wrap-anywhere">
      {[methods, headers]
        .filter((names) => names.length > 0)
        .map((names) => (
          <code key={names.join()} className="block">
            {names.join(', ')}
          </code>
        ))}
    </span>,
    <Url key="url" url={url} />,
    <span key="for">
      <code className="wrap-anywhere">{origin}</code>
      <span className="block text-ink-2">{credentials ? 'with credentials' : 'without credentials'}</span>
    </span>,
    <b key="left">
      <Countdown until={expires} />
    </b>,
  ];
  return (
    <tr className="border-line border-t max-[600px]:block max-[600px]:py-2">
      {cells.map((cell, i) => (
        <td key={columns[i]} className={`py-2 pr-3 align-top last:pr-0 max-[600px]:flex ${stacked}`}>
          <span aria-hidden="true" className="hidden w-16 shrink-0 text-ink-2 max-[600px]:block">
            {columns[i]}
          </span>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** The server has changed its mind, and the browser has not asked again. */
function Stale({ at, refusal }: { at: number; refusal: Finding }) {
  return (
    <div className="flex items-start gap-2 bg-warn-soft px-3 py-2.5">
      <TriangleAlert size={16} strokeWidth={1.5} aria-hidden="true" className="mt-0.5 shrink-0 text-warn" />
      <div className="text-pretty">
        <p>
          <b className="text-warn">Stale.</b> {ownBrowser.label} still uses the permission from <ClockTime at={at} />,
          although the server would refuse a new preflight. <Prose text={findingWords(refusal, 'would').what} />
        </p>
        <p className="mt-1 mb-2.5">
          It counts until it expires. For another URL it does not, and this page takes a new one when it is reloaded.
        </p>
        <Button onClick={() => location.reload()}>
          <RotateCw size={16} strokeWidth={1.5} aria-hidden="true" />
          Reload at a new URL
        </Button>
      </div>
    </div>
  );
}

function Means({ permission: { at, expires }, service }: { permission: Permission; service: Service }) {
  return (
    <tr className="max-[600px]:block">
      <td colSpan={columns.length} className={`pb-2.5 ${stacked}`}>
        {service.refusal ? (
          <Stale at={at} refusal={service.refusal} />
        ) : (
          <p className="flex items-start gap-1.5">
            <Check size={16} strokeWidth={1.5} aria-hidden="true" className="mt-0.5 shrink-0 text-allow" />
            <span>
              Until <ClockTime at={expires} />, this request needs no preflight.
            </span>
          </p>
        )}
      </td>
    </tr>
  );
}

interface PermissionsProps {
  readonly kept: readonly { readonly permission: Permission; readonly service: Service | null }[];
}

/** What is remembered, the newest first. */
export function Permissions({ kept }: PermissionsProps) {
  return (
    <table
      aria-label="Remembered permissions"
      className="w-full table-fixed border-collapse text-left max-[600px]:block"
    >
      <thead className="max-[600px]:sr-only">
        <tr>
          {columns.map((column, i) => (
            <th key={column} scope="col" className={`${widths[i]} pb-1 font-normal text-ink-2`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {kept.map(({ permission, service }) => (
        <tbody
          key={`${permission.url} ${permission.origin} ${permission.credentials} ${permission.at}`}
          className="max-[600px]:block"
        >
          <Row permission={permission} />
          {service && <Means permission={permission} service={service} />}
        </tbody>
      ))}
    </table>
  );
}
