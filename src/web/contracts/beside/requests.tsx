// Money that one side asks the other for, beside the plan: what for, how much of it has come, and
// the buttons of whoever can answer. Nothing happens to them by silence, and that is said.

import { otherParty } from '../../../domain/people.ts';
import { commandLabel } from '../../../words/commands.ts';
import { isZeroAmount } from '../../../words/money.ts';
import { amountOf, less, subject, whom } from '../../../words/scene.ts';
import { fullMomentText } from '../../../words/time.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Row, Section } from '../../parts/layout.tsx';
import { type Request, requestsOf } from '../disputes/open-things.ts';
import { pathIn, type Room } from '../room.ts';

export function Requests({ room }: { room: Room }) {
  const requests = requestsOf(room.view);
  if (requests.length === 0) return null;
  const open = requests.filter(({ status }) => status === 'open');
  const over = requests.filter(({ status }) => status !== 'open');
  return (
    <Section id="requests" title="Money asked for">
      <ol class="stack airy">
        {open.map((one) => (
          <li key={one.id} id={one.id}>
            <One room={room} request={one} />
          </li>
        ))}
      </ol>
      {over.length > 0 && (
        <ul class={open.length > 0 ? 'stack tight above-5' : 'stack tight'}>
          {over.map((one) => (
            <li key={one.id} id={one.id} class="note">
              {saysOf(one, room)} {how[one.status]}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const how: Readonly<Record<Request['status'], string>> = {
  open: '',
  approved: 'It was paid in full.',
  declined: 'It was declined.',
  withdrawn: 'It was taken back.',
};

function saysOf({ kind, by, amount }: Request, { scene }: Room): string {
  const asks = subject(scene, by, 'asked', 'asked');
  const other = whom(scene, otherParty(by));
  const what = kind === 'refund' ? `${amountOf(scene, amount)} back` : amountOf(scene, amount);
  return `${asks} ${other} for ${what}.`;
}

const answers: Readonly<Record<Request['kind'], readonly string[]>> = {
  payment: ['pay_bonus', 'decline_payment_request', 'withdraw_payment_request'],
  refund: ['give_refund', 'decline_refund', 'withdraw_refund_request'],
};

type OneProps = { readonly room: Room; readonly request: Request };

function One({ room, request }: OneProps) {
  const { scene, reader } = room;
  const at = Temporal.Instant.from(request.at);
  const can: Readonly<Record<string, unknown>> = room.can;
  const possible = answers[request.kind].filter((name) => can[name] === true);
  return (
    <div class="measured">
      <p>{saysOf(request, room)}</p>
      <p class="note">
        <time datetime={request.at}>{fullMomentText(at, reader.zone)}</time> · Nothing happens by
        silence, and no other deadline waits for it.
      </p>
      {request.note !== undefined && (
        <blockquote class="quoted above-2">
          <p dir="auto">{request.note}</p>
        </blockquote>
      )}
      {!isZeroAmount(request.settled) && <Progress request={request} room={room} />}
      {possible.length > 0 && (
        <div class="above-4">
          <Row>
            {possible.map((name) => (
              <ButtonLink key={name} href={pathIn(room, `/do/${name}?request=${request.id}`)}>
                {labelOf(name, request, scene)}…
              </ButtonLink>
            ))}
          </Row>
        </div>
      )}
    </div>
  );
}

function labelOf(name: string, request: Request, scene: Room['scene']): string {
  const open = amountOf(scene, less(scene, request.amount, [request.settled]));
  if (name === 'pay_bonus') return `Pay ${open}`;
  if (name === 'give_refund') return `Give ${open} back`;
  if (name.startsWith('decline_')) return 'Decline';
  return name.startsWith('withdraw_') ? 'Take the request back' : commandLabel(name);
}

function Progress({ request, room: { scene } }: OneProps) {
  const open = less(scene, request.amount, [request.settled]);
  const came = request.kind === 'refund' ? 'given back' : 'paid';
  const text = `${amountOf(scene, request.settled)} of ${amountOf(scene, request.amount)} ${came}, ${amountOf(scene, open)} open`;
  return (
    <p class="above-2">
      <progress
        class="progress"
        value={Number(request.settled)}
        max={Number(request.amount)}
        aria-label={text}
      />
      <span class="note">{text}.</span>
    </p>
  );
}
