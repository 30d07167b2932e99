// `endwell clock`: shows the clock of the running server, or moves it ahead, in evaluation mode.
// It speaks to the server over HTTP and touches no database: the server holds the only lock.

import type { Printer } from './story/story.ts';
import { spanIn } from './story/story-keys.ts';

export const clockHelp = `Usage: endwell clock [--to INSTANT | --by SPAN | --next] [--url URL]

Shows the clock of the running server, or moves it ahead (evaluation mode only). Everything that
is due on the way happens at its own moment.

  --to INSTANT  to a moment, such as 2026-12-04T15:00Z
  --by SPAN     by a while, such as 3d, 90m, 2w or P14D
  --next        to the next deadline of any contract
  --url URL     where the server is; else ENDWELL_URL, http://127.0.0.1:$PORT, the address that
                the server of this folder printed, or port 3000`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Answers the exit code. `fetched` is the way to the server; tests bring their own. */
export async function clock(
  args: readonly string[],
  print: Printer,
  env: Environment,
  fetched: typeof fetch = fetch,
): Promise<number> {
  const asked = askedFor(args);
  if (typeof asked === 'string') {
    print.err(`${asked}\n\n${clockHelp}`);
    return 2;
  }
  const url = new URL('/clock', asked.url ?? serverOf(env));
  try {
    const answer = await fetched(url, request(asked.form));
    const said = saidIn(await answer.text());
    if (answer.ok) {
      print.out(said.now ?? 'The clock was moved.');
      return 0;
    }
    print.err(`The clock was not moved (${answer.status}). ${said.detail ?? ''}`.trim());
    return exitCodes[answer.status] ?? 1;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    print.err(`No server answers at ${url.origin}. Start one with npm start.`);
    return 3;
  }
}

function serverOf(env: Environment): string {
  return env.ENDWELL_URL ?? `http://127.0.0.1:${env.PORT ?? '3000'}`;
}

type Asked = { readonly form: URLSearchParams | null; readonly url?: string };

function askedFor(args: readonly string[]): Asked | string {
  const form = new URLSearchParams();
  let url: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const option = args[index] ?? '';
    const value = args[index + 1];
    if (option === '--next') form.set('next', '1');
    else if (!['--to', '--by', '--url'].includes(option)) return `There is no ${option}.`;
    else if (value === undefined) return `${option} needs a value.`;
    else {
      index += 1;
      if (option === '--url') url = value;
      else
        form.set(option.slice(2), option === '--by' ? (spanIn(value)?.toString() ?? value) : value);
    }
  }
  if (form.size > 1) return 'Give one of --to, --by and --next.';
  return { form: form.size === 0 ? null : form, ...(url === undefined ? {} : { url }) };
}

function request(form: URLSearchParams | null): RequestInit {
  const headers = { accept: 'application/json' };
  return form === null ? { headers } : { method: 'POST', body: form, headers };
}

/** Not found: no such server, or one whose clock nobody moves. */
const exitCodes: Readonly<Record<number, number>> = { 401: 5, 403: 5, 404: 3 };

type Said = { readonly now?: string; readonly detail?: string };

/** What the server says is JSON; whatever else answers there says nothing that we understand. */
function saidIn(text: string): Said {
  if (!text.startsWith('{')) return {};
  const { now, detail } = JSON.parse(text) as Said;
  return {
    ...(typeof now === 'string' && { now }),
    ...(typeof detail === 'string' && { detail }),
  };
}
