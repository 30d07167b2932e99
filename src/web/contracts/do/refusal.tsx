// Why nothing happened: the command is refused, in a sentence with what does help; or the promise
// is stale, with what has happened since the page was made.
import { helpsAgainst } from '../../../domain/contracts/instead.ts';
import { factsSeen } from '../../../domain/contracts/seen/parts.ts';
import type { Rejection } from '../../../domain/rejections.ts';
import { isWalletCommand } from '../../../wire/commands.ts';
import { commandPhrase } from '../../../words/commands.ts';
import { eventSentence } from '../../../words/events.ts';
import { type RefusalScene, rejectionSentence, rejectionTitle } from '../../../words/rejections.ts';
import { Problem } from '../../parts/messages.tsx';
import { otherName, pathOfDoing, type Room, sideOf } from '../room.ts';

export function refusalScene(room: Room): RefusalScene {
  const { currency, when, titles } = room.scene;
  return { currency, when, titles, other: otherName(room) };
}

/** What is on somebody's balance, and which cards they have, is their own business. */
function isTheirMoney(
  room: Room,
  { rejected }: Pick<Rejection, 'rejected'>,
  command: string,
): boolean {
  if (ofBothSides.has(command)) return false;
  return rejected === 'payment_method_missing' && room.viewer !== 'client';
}

/** Whoever gives these pays for them. */
const ofBothSides = new Set(['pay_arbitration']);

/** A refusal of the domain in one sentence. */
export function saidIn(room: Room, { rejected, facts }: Rejection, command = ''): string {
  if (isTheirMoney(room, { rejected }, command)) {
    return `It takes money that ${room.scene.names.client} has to provide first.`;
  }
  return rejectionSentence({ rejected, facts: factsSeen(facts) }, refusalScene(room));
}

export type InsteadLink = { readonly href: string; readonly label: string };

/** Links to commands, as they are named in the middle of a sentence. */
export function insteadLinks(room: Room, names: readonly string[]): readonly InsteadLink[] {
  return names.map((name) => ({
    href: isWalletCommand(name) ? walletPath(room, name) : pathOfDoing(room, name),
    label: commandPhrase(name),
  }));
}

function walletPath({ scene }: Room, name: string): string {
  return `/money/${scene.currency}/${name}`;
}

/** What helps, of what is possible now. */
export function helping(room: Room, command: string, rejection: Rejection): readonly string[] {
  const side = sideOf(room);
  if (side === null) return [];
  if (isTheirMoney(room, rejection, command)) return [];
  const can: Readonly<Record<string, unknown>> = room.can;
  return helpsAgainst(command, rejection.rejected, side).filter(
    (name) => name !== command && (isWalletCommand(name) || can[name] === true),
  );
}

export type RefusalProps = {
  readonly room: Room;
  readonly command: string;
  readonly rejection: Rejection;
};

export function Refusal({ room, command, rejection }: RefusalProps) {
  const links = insteadLinks(room, helping(room, command, rejection));
  return (
    <Problem title={rejectionTitle(rejection.rejected)}>
      {saidIn(room, rejection, command)} Nothing has happened.{' '}
      {links.length > 0 && (
        <>
          Instead:{' '}
          {links.map((link, index) => (
            <span key={link.href}>
              {index > 0 && ', or '}
              <a href={link.href}>{link.label}</a>
            </span>
          ))}
          .
        </>
      )}
    </Problem>
  );
}

export type StaleProps = {
  readonly room: Room;
  readonly command: string;
  /** The number of the latest event when the page was made. */
  readonly seen: number;
};

export function Stale({ room, command, seen }: StaleProps) {
  const since = room.timeline
    .filter(({ event }) => event.seq > seen)
    .map(({ event }) => eventSentence(event, room.scene));
  const changed = since.length > 0;
  const title = changed
    ? 'Nothing has happened: the contract changed while you looked'
    : 'Nothing has happened: the numbers were no longer those of the page';
  return (
    <Problem title={title}>
      {changed
        ? since.slice(-3).join(' ')
        : 'What you ask for was changed after it was worked out, or the page is older than an hour.'}{' '}
      Below is what it does now; press again if you still want to {commandPhrase(command)}.
    </Problem>
  );
}
