// The shells around every page: document head, banner, top bar, foot. `Page` for people who are
// signed in, `GuestShell` for everybody else. They hold no matter of their own and read nothing:
// what they show stands in the frame.
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { AssetName } from '../assets.ts';
import { Face } from './face.tsx';
import type { Frame, Me, NavItem } from './frame.ts';
import { Icon, Sprite } from './sprite.tsx';

type ShellProps = {
  readonly frame: Frame;
  /** Before "· Endwell" in the title of the window. */
  readonly title: string;
  /** Scripts that this page needs besides app, such as "composer". */
  readonly scripts?: readonly AssetName[] | undefined;
  readonly children: ComponentChildren;
};

/** The whole answer of a page: `context.html(renderPage(<Page …>…</Page>))`. */
export function renderPage(page: Parameters<typeof renderToString>[0]): string {
  return `<!doctype html>${renderToString(page)}`;
}

export function Page(props: ShellProps) {
  const { nav, me } = props.frame;
  return (
    <Document {...props} bodyClass="app">
      <Top frame={props.frame}>
        <Nav items={nav} />
        {me && <MyLink me={me} />}
      </Top>
      <main class="page" id="main">
        {props.children}
      </main>
    </Document>
  );
}

export type GuestShellProps = ShellProps & {
  readonly signIn?: { readonly href: string; readonly label: string } | undefined;
  /** The very large heading of the first page. */
  readonly welcome?: boolean | undefined;
};

export function GuestShell(props: GuestShellProps) {
  return (
    <Document {...props} bodyClass="guest">
      <Top frame={props.frame}>
        <Nav items={props.frame.nav} plain />
        {props.signIn && (
          <a class="me" href={props.signIn.href}>
            {props.signIn.label}
          </a>
        )}
      </Top>
      <main class={props.welcome === false ? 'page' : 'page welcome'} id="main">
        {props.children}
      </main>
    </Document>
  );
}

function Document(props: ShellProps & { readonly bodyClass: string }) {
  const { frame } = props;
  const theme = frame.theme === 'system' ? undefined : frame.theme;
  return (
    <html lang="en" dir={frame.dir} data-theme={theme}>
      <DocumentHead {...props} />
      <body class={props.bodyClass}>
        <Sprite />
        <a class="skip" href="#main">
          Skip to content
        </a>
        <Banner frame={frame} />
        {props.children}
        <Foot frame={frame} />
      </body>
    </html>
  );
}

function DocumentHead({ frame, title, scripts = [] }: ShellProps) {
  const { assets } = frame;
  const names: AssetName[] = ['app', ...scripts];
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Endwell`}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="endwell-now" content={frame.reader.now.toString()} />
      {/* Numbers are looked at when they are asked for, not when a pointer passes by. */}
      <meta name="turbo-prefetch" content="false" />
      <meta name="turbo-cache-control" content="no-preview" />
      <link rel="icon" href={assets.href('icon')} type="image/svg+xml" />
      {assets.fonts.map((href) => (
        <link
          key={href}
          rel="preload"
          href={href}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={assets.href('style')} data-turbo-track="reload" />
      {names.map((name) => (
        <script key={name} type="module" src={assets.href(name)} data-turbo-track={track(name)} />
      ))}
    </head>
  );
}

/** Only what every page loads is watched: a page's own script must not cause a full reload. */
function track(name: AssetName): string | undefined {
  return name === 'app' ? 'reload' : undefined;
}

function Banner({ frame }: { frame: Frame }) {
  if (frame.evaluation === undefined) return null;
  const { href, clock } = frame.evaluation;
  return (
    <section class="banner" aria-label="Evaluation mode">
      <div>
        <Icon name="alert" />
        <p>
          <b>Evaluation mode.</b> Money is pretended, mail stays here, and a power cut may lose
          data. Not for real contracts. <a href={href}>Run it for real</a>
        </p>
        {clock !== undefined && <p class="clock">{clock}</p>}
      </div>
    </section>
  );
}

function Top({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  return (
    <header class="top">
      <div>
        <a class="wordmark" href={frame.home}>
          Endwell
        </a>
        {children}
      </div>
    </header>
  );
}

function Nav({ items, plain = false }: { items: readonly NavItem[]; plain?: boolean }) {
  return (
    <nav class={plain ? 'nav plain' : 'nav'} aria-label="Main">
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {!plain && <Icon name={item.icon} />}
          <span>{item.label}</span>
          {item.needs ? (
            <b>
              {item.needs}
              <span class="hidden"> need you</span>
            </b>
          ) : null}
        </a>
      ))}
    </nav>
  );
}

function MyLink({ me }: { me: Me }) {
  return (
    <a class="me" href={me.href}>
      <Face initials={me.initials} />
      <bdi>{me.name}</bdi>
      <span class="hidden"> (your account)</span>
    </a>
  );
}

function Foot({ frame }: { frame: Frame }) {
  return (
    <footer class="foot">
      <div>
        <span class="rest">
          Endwell {frame.server.version} · run by <bdi>{frame.server.runBy}</bdi>
        </span>
        {frame.links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
        {frame.evaluation?.control}
        <ThemeSwitch frame={frame} />
        {frame.me && (
          <form method="post" action={frame.me.signOut} data-turbo="false">
            <button type="submit">Sign out</button>
          </form>
        )}
      </div>
    </footer>
  );
}

const THEMES = [
  ['system', 'as your system'],
  ['light', 'light'],
  ['dark', 'dark'],
] as const;

/** Without Turbo: it replaces the body only, and the theme stands on the html element. */
function ThemeSwitch({ frame }: { frame: Frame }) {
  return (
    <form method="post" action="/theme" data-turbo="false">
      <input type="hidden" name="back" value={frame.path} />
      <span aria-hidden="true">Theme:</span>
      {THEMES.map(([theme, label]) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={frame.theme === theme}
        >
          {label}
          <span class="hidden"> theme</span>
        </button>
      ))}
    </form>
  );
}
