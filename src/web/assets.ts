// What a browser loads besides pages: scripts, one style sheet, fonts, the icon of the site.
// Bundled by esbuild when the server starts and kept in memory, compressed once. A name carries
// the hash of its content, so an answer may be cached for ever. Nothing is written to disk.
import { readFile } from 'node:fs/promises';
import { basename, extname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ROOT = here('../..');

const ENTRIES = {
  app: here('./enhance/app.ts'),
  composer: here('./enhance/composer.ts'),
  split: here('./enhance/split.ts'),
  style: here('./styles/app.css'),
  icon: here('./icon.svg'),
};
export type AssetName = keyof typeof ENTRIES;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

export type Assets = {
  /** The address of an entry: `href('style')` is "/assets/style-KZ4T2Q6M.css". */
  readonly href: (name: AssetName) => string;
  /** The fonts that every page needs at once, for preloading. */
  readonly fonts: readonly string[];
  /** The answer for a path below /assets/, or undefined when there is none. */
  readonly serve: (path: string, acceptEncoding?: string) => Response | undefined;
};

type Stored = { readonly type: string; readonly plain: Bytes; readonly gzip: Bytes | undefined };
type Bytes = Uint8Array<ArrayBuffer>;

export async function buildAssets(): Promise<Assets> {
  const { outputFiles, metafile } = await build(OPTIONS);
  const stored = new Map(outputFiles.map((file) => [address(file.path), pack(file)]));
  const hrefs = entryAddresses(metafile);
  return {
    href: (name) => {
      const href = hrefs.get(name);
      if (href === undefined) throw new Error(`esbuild made no asset named ${name}`);
      return href;
    },
    fonts: [...stored.keys()].filter((path) => /-latin-wght-.*\.woff2$/.test(path)),
    serve: (path, acceptEncoding = '') => answer(stored.get(path), acceptEncoding),
  };
}

function address(path: string): string {
  return `/assets/${basename(path)}`;
}

function entryAddresses(metafile: Metafile): Map<string, string> {
  const names = new Map(
    Object.entries(ENTRIES).map(([name, path]) => [
      relative(ROOT, path).replaceAll('\\', '/'),
      name,
    ]),
  );
  const addresses = new Map<string, string>();
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const name = entryPoint === undefined ? undefined : names.get(entryPoint);
    if (name !== undefined) addresses.set(name, address(path));
  }
  return addresses;
}

function answer(file: Stored | undefined, acceptEncoding: string): Response | undefined {
  if (file === undefined) return undefined;
  const zipped = /\bgzip\b/.test(acceptEncoding) ? file.gzip : undefined;
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  if (zipped !== undefined) headers.set('content-encoding', 'gzip');
  return new Response(zipped ?? file.plain, { headers });
}

function pack(file: OutputFile): Stored {
  const plain = new Uint8Array(file.contents);
  const zips = extname(file.path) !== '.woff2';
  const type = TYPES[extname(file.path)];
  if (type === undefined) throw new Error(`no content type for ${file.path}`);
  return { type, plain, gzip: zips ? new Uint8Array(gzipSync(plain, { level: 9 })) : undefined };
}

/**
 * Turbo's progress bar inserts its rules as a style element, which the content security policy
 * forbids; they are in our style sheet instead. If Turbo changes, the build fails and says so.
 */
const progressBarWithoutStyle: Plugin = {
  name: 'progress-bar-without-style',
  setup(bundler) {
    bundler.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, async ({ path }) => {
      const pieces = (await readFile(path, 'utf8')).split('this.installStylesheetElement();');
      if (pieces.length !== 2) throw new Error('Turbo installs its style in another way now');
      return { contents: pieces.join(''), loader: 'js' };
    });
  },
};

/** The policy forbids style attributes too: a number reaches a style as a class. */
const numbersAsClasses: Plugin = {
  name: 'numbers-as-classes',
  setup(bundler) {
    bundler.onLoad({ filter: /styles[\\/]app\.css$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n@layer numbers { ${numberRules()} }\n`,
      loader: 'css',
    }));
  },
};

function numberRules(): string {
  return Array.from({ length: 101 }, (_, n) => `.n-${n} { --n: ${n}; }`).join(' ');
}

const OPTIONS = {
  entryPoints: ENTRIES,
  absWorkingDir: ROOT,
  outdir: here('./assets'),
  publicPath: '/assets',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  write: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  plugins: [progressBarWithoutStyle, numbersAsClasses],
} satisfies BuildOptions;
