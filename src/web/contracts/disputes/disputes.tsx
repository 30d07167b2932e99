// The disputes of a contract as its parties see them: each with its way, what is held, both
// statements, what was shown, the offers side by side, what was recommended, and the buttons of
// whoever can act. Those that are over are folded away.
import { commandLabel } from '../../../words/commands.ts';
import { amountOf, capital } from '../../../words/scene.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Row, Section } from '../../parts/layout.tsx';
import { disputesFor } from '../do/fields/which-one.tsx';
import { pathIn, type Room } from '../room.ts';
import { disputeName, disputeState } from './dispute-words.ts';
import { Evidence, Statements } from './evidence.tsx';
import { Offers } from './offers.tsx';
import { type Dispute, disputesOf, isOpenDispute } from './open-things.ts';
import { Stages } from './stages.tsx';

export function Disputes({ room }: { room: Room }) {
  const disputes = disputesOf(room.view);
  const over = disputes.filter((one) => !isOpenDispute(one));
  return (
    <>
      {disputes.filter(isOpenDispute).map((dispute) => (
        <Section
          key={dispute.id}
          id={dispute.id}
          title={capital(disputeName(dispute, room.scene))}
          note={amountOf(room.scene, dispute.amount)}
        >
          <One {...{ room, dispute }} />
        </Section>
      ))}
      {over.length > 0 && (
        <Section id="disputes-over" title="Disputes that are over">
          {over.map((dispute) => (
            <details key={dispute.id} id={dispute.id} class="above-2">
              <summary>
                {capital(disputeName(dispute, room.scene))}. {disputeState(dispute, room.scene)}
              </summary>
              <div class="above-4">
                <Whole {...{ room, dispute }} />
              </div>
            </details>
          ))}
        </Section>
      )}
    </>
  );
}

type OneProps = { readonly room: Room; readonly dispute: Dispute };

function One({ room, dispute }: OneProps) {
  return (
    <>
      <Whole {...{ room, dispute }} />
      <Actions {...{ room, dispute }} />
    </>
  );
}

function Whole({ room, dispute }: OneProps) {
  const { scene, reader } = room;
  const files = pathIn(room, '/files/');
  return (
    <div class="stack airy">
      <Stages {...{ dispute, scene, reader }} />
      <Offers {...{ dispute, scene }} />
      <Statements {...{ dispute, scene }} />
      <Evidence {...{ dispute, scene, reader, files }} />
    </div>
  );
}

/** In the order in which they press; the first one that is possible is the strong one. */
const commands = [
  'answer_dispute',
  'accept_recommendation',
  'accept_settlement',
  'pay_arbitration',
  'submit_evidence',
  'offer_settlement',
  'decline_recommendation',
  'withdraw_dispute',
] as const;

function Actions({ room, dispute }: OneProps) {
  const can: Readonly<Record<string, unknown>> = room.can;
  const possible = commands.filter(
    (name) => can[name] === true && disputesFor(name, room).some(({ id }) => id === dispute.id),
  );
  if (possible.length === 0) return null;
  return (
    <div class="above-5">
      <Row>
        {possible.map((name) => (
          <ButtonLink key={name} href={pathIn(room, `/do/${name}?dispute=${dispute.id}`)}>
            {commandLabel(name)}…
          </ButtonLink>
        ))}
      </Row>
    </div>
  );
}
