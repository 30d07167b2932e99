// Which one is meant: asked only where a command could be about several disputes or requests.
// With one there is nothing to choose, and the form carries its name where it has to.

import type { Party, PersonId } from '../../../../domain/people.ts';
import { formatAmount } from '../../../../words/money.ts';
import { capital, whose } from '../../../../words/scene.ts';
import type { Typed } from '../../../confirm/shown.ts';
import { Choice, type ChoiceOption } from '../../../parts/form/choice.tsx';
import { disputeName } from '../../disputes/dispute-words.ts';
import {
  type Dispute,
  openDisputesOf,
  type Request,
  requestsOf,
} from '../../disputes/open-things.ts';
import { type Room, sideOf } from '../../room.ts';

/** Which open disputes a command can be about. Only to offer a choice: the domain judges. */
export function disputesFor(command: string, room: Room): readonly Dispute[] {
  const side = sideOf(room);
  const fits = disputeFits[command];
  if (fits === undefined) return [];
  const { person } = room.actor;
  return openDisputesOf(room.view).filter((one) => fits(one, side, person));
}

type Fits = (dispute: Dispute, side: Party | null, person: PersonId | null) => boolean;

const isIn = (...stages: readonly Dispute['status'][]): Fits => {
  return ({ status }) => stages.includes(status);
};

const other = (side: Party | null): Party => (side === 'client' ? 'freelancer' : 'client');
const recommended: Fits = ({ status, recommendation }, side) =>
  status === 'mediation' && recommendation?.accepted.includes(side ?? 'client') === false;

const disputeFits: Readonly<Record<string, Fits>> = {
  answer_dispute: ({ status, opened_by }, side) => status === 'open' && opened_by !== side,
  submit_evidence: isIn('open', 'mediation', 'arbitration'),
  offer_settlement: isIn('open', 'mediation', 'arbitration'),
  accept_settlement: ({ offers }, side) => offers[other(side)] !== undefined,
  recommend_split: ({ status, mediator, recommendation }, _, person) =>
    status === 'mediation' && mediator === person && recommendation === undefined,
  accept_recommendation: recommended,
  decline_recommendation: recommended,
  pay_arbitration: ({ arbitration }, side) =>
    arbitration !== undefined && side !== null && !arbitration.paid.includes(side),
  rule: ({ status, arbiter }, _, person) => status === 'arbitration' && arbiter === person,
  withdraw_dispute: ({ opened_by }, side) => opened_by === side,
};

const requestKinds: Readonly<Record<string, Request['kind']>> = {
  pay_bonus: 'payment',
  withdraw_payment_request: 'payment',
  decline_payment_request: 'payment',
  give_refund: 'refund',
  withdraw_refund_request: 'refund',
  decline_refund: 'refund',
};

/** Money can move without a request; an answer is always to one. */
const withoutRequest = new Set(['pay_bonus', 'give_refund']);

export function requestsFor(command: string, room: Room): readonly Request[] {
  const kind = requestKinds[command];
  return kind === undefined ? [] : requestsOf(room.view, kind).filter(isOpen);
}

function isOpen({ status }: Request): boolean {
  return status === 'open';
}

type WhichProps = { readonly command: string; readonly room: Room; readonly typed: Typed };

/** What the form is about where there is nothing to choose: it was named, or it has to be. */
export function namedOne(
  command: string,
  room: Room,
  form: URLSearchParams,
): Readonly<Record<string, string>> {
  const only = (name: string, choices: readonly { readonly id: string }[]) => {
    const chosen = form.get(name) ?? '';
    return choices.length < 2 && chosen !== '' ? { [name]: chosen } : {};
  };
  return {
    ...only('dispute', disputesFor(command, room)),
    ...only('request', requestsFor(command, room)),
  };
}

export function WhichDispute({ command, room, typed }: WhichProps) {
  const disputes = disputesFor(command, room);
  const { scene } = room;
  if (disputes.length < 2) return null;
  return (
    <Choice
      name="dispute"
      legend="Which dispute is it about?"
      value={typed.value('dispute')}
      error={typed.error('dispute')}
      options={disputes.map((one) => ({
        value: one.id,
        label: capital(disputeName(one, scene)),
        price: formatAmount(one.amount, scene.currency),
      }))}
    />
  );
}

export function WhichRequest({ command, room, typed }: WhichProps) {
  const requests = requestsFor(command, room);
  const { scene } = room;
  const free = withoutRequest.has(command);
  if (requests.length < 2) return null;
  const none: ChoiceOption = { value: '', label: 'None of them' };
  return (
    <Choice
      name="request"
      legend="Which request is it about?"
      value={typed.value('request')}
      error={typed.error('request')}
      options={[
        ...requests.map((one) => ({
          value: one.id,
          label: `${capital(whose(scene, one.by))} request${one.note === undefined ? '' : `: ${one.note}`}`,
          price: formatAmount(one.amount, scene.currency),
        })),
        ...(free ? [none] : []),
      ]}
    />
  );
}
