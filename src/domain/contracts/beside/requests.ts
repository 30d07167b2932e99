// Requests for money, from either side: which are open, and which one a command is about. One that
// stands alone needs no name; of several the command names one. They live on after the end of the
// contract, and nothing happens to them by silence.
import { type Rejection, reject } from '../../rejections.ts';
import type { Contract, MoneyRequest } from '../contract.ts';

type Kind = MoneyRequest['kind'];

const none = { payment: 'no_payment_request', refund: 'no_refund_request' } as const;

/** The id of the next request of a contract. */
export function nextRequest(c: Contract): string {
  return `req_${c.requests.length + 1}`;
}

export function openRequests(c: Contract, kind: Kind): readonly MoneyRequest[] {
  return c.requests.filter((one) => one.kind === kind && one.status === 'open');
}

/** Whether one waits for its answer. */
export function requestIsOpen(c: Contract, kind: Kind): Rejection | null {
  return openRequests(c, kind).length > 0 ? null : reject(none[kind]);
}

/** The command names an open request, or there are not several. For `judge`. */
export function isNamed(c: Contract, kind: Kind, name: string | undefined): Rejection | null {
  const open = openRequests(c, kind);
  if (name === undefined) {
    return open.length > 1 ? reject('not_named', { open: open.length }, 'request') : null;
  }
  return open.some(({ id }) => id === name) ? null : reject(none[kind], {}, 'request');
}

/** The one that is meant: the named one, or the one that is open. `isNamed` has let it through. */
export function requestMeant(c: Contract, kind: Kind, name: string | undefined): string | null {
  return name ?? openRequests(c, kind)[0]?.id ?? null;
}

/** Whether an amount for this request is still wanted: it is open, or there is no request. */
export function isStillAsked(c: Contract, request: string | null): boolean {
  return request === null || c.requests.some((one) => one.id === request && one.status === 'open');
}

/** A note that says what it is about: the other side decides by it. */
export function noteGiven(note: unknown, field: string): Rejection | null {
  return note === undefined ? reject('note_missing', {}, field) : null;
}
