// Where a request came from, as far as the server itself knows: the address at the other end of
// the connection. Headers that anybody can write are not believed.
import type { Context } from 'hono';

type Incoming = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };

export function remoteAddress(c: Context): string {
  const bindings = (c.env ?? {}) as Incoming;
  return bindings.incoming?.socket?.remoteAddress ?? 'unknown';
}
