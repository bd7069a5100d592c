import { Menu } from 'lucide-react';

const places = [
  ['/', 'Playground'],
  ['/gallery', 'Gallery'],
  ['/lessons', 'Lessons'],
  ['/glossary', 'Glossary'],
  ['/present', 'Present'],
  ['/conformance', 'Conformance'],
] as const;

/** Those that most people look for stand in the bar, where there is room. */
const inBar = places.slice(1, 3);

const isHere = (path: string) =>
  path === '/' ? location.pathname === path : `${location.pathname}/`.startsWith(`${path}/`);

const listId = 'site-nav';

function Place({ place: [path, name], className = '' }: { place: (typeof places)[number]; className?: string }) {
  return (
    <a href={path} aria-current={isHere(path) ? 'page' : undefined} className={className}>
      {name}
    </a>
  );
}

/** The way to the other pages of this site: two links, and a button for all. */
export function SiteNav() {
  return (
    <>
      {inBar.map((place) => (
        <Place
          key={place[0]}
          place={place}
          className="rounded-control px-2 py-1.5 text-ink-2 hover:bg-line hover:text-ink aria-[current]:font-medium aria-[current]:text-ink max-[1100px]:hidden"
        />
      ))}
      <button
        type="button"
        popoverTarget={listId}
        aria-label="All pages"
        title="All pages"
        className="inline-flex size-8 items-center justify-center rounded-control text-ink-2 hover:bg-line hover:text-ink"
      >
        <Menu size={16} strokeWidth={1.5} aria-hidden />
      </button>
      <nav id={listId} popover="auto" aria-label="Pages" className="site-nav">
        <ul>
          {places.map((place) => (
            <li key={place[0]}>
              <Place place={place} />
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
