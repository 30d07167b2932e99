// One case. Before it is taken: what it is about and a button. Afterwards everything a mediator
// needs in one place: where it stands, both statements and offers, the terms, what was submitted,
// all that happened in one timeline, and what moved the money.
import type { CaseInside } from '../../reads/mediation/case-file.ts';
import type { CaseCard } from '../../reads/mediation/cases.ts';
import { type Scene, whom } from '../../words/scene.ts';
import { disputeState } from '../contracts/disputes/dispute-words.ts';
import { Evidence, Statements } from '../contracts/disputes/evidence.tsx';
import { Offers } from '../contracts/disputes/offers.tsx';
import { Stages } from '../contracts/disputes/stages.tsx';
import { Milestones } from '../contracts/milestones.tsx';
import type { Room } from '../contracts/room.ts';
import { Timeline } from '../contracts/timeline.tsx';
import { Who } from '../contracts/who.tsx';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Post } from '../parts/form/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Section, Split } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Deadline, Note, Panel, Says } from '../parts/panel.tsx';
import { caseSilence, caseTitle, waitedText, wantedText } from './case-words.ts';
import { pathOfCase } from './desk-page.tsx';
import { Ledger } from './ledger.tsx';

const crumbs = [{ href: '/cases', label: 'Cases' }];

export type FreeCaseProps = {
  readonly frame: Frame;
  readonly card: CaseCard;
  readonly pressKey: string;
};

/** What a mediator may know before the case is theirs. */
export function FreeCasePage({ frame, card, pressKey }: FreeCaseProps) {
  const { reader } = frame;
  return (
    <Page frame={frame} title="A case that nobody has">
      <Head
        crumbs={crumbs}
        title={caseTitle(card)}
        state={`${wantedText(card)}, and has done so for ${waitedText(card.since, reader.now)}.`}
      />
      <div class="above-6">
        <Panel id="take" title="What happens next">
          <Says>{caseSilence(card)}</Says>
          {card.ends !== undefined && (
            <Deadline at={Temporal.Instant.from(card.ends)} reader={reader} />
          )}
          <Note>
            If you take it, it is yours: you read the contract, both statements and all evidence,
            and both sides are told that a mediator has it. Nobody else can take it then.
          </Note>
          <div class="above-5">
            <Post
              action={`${pathOfCase(card)}/take`}
              hidden={{ _key: pressKey }}
              label="Take the case"
            >
              <Button look="primary">Take the case</Button>
            </Post>
          </div>
        </Panel>
      </div>
    </Page>
  );
}

export type OwnCaseProps = {
  readonly frame: Frame;
  readonly card: CaseCard;
  readonly inside: CaseInside;
  /** The contract with the words of this reader. */
  readonly room: Room;
};

export function OwnCasePage({ frame, card, inside, room }: OwnCaseProps) {
  const { dispute, entries } = inside;
  const { scene, reader, view } = room;
  const files = `/contracts/${view.id}/files/`;
  return (
    <Page frame={frame} title={`Case: ${view.terms.title}`}>
      <Head
        crumbs={crumbs}
        title={view.terms.title}
        state={disputeState(dispute, scene)}
        facts={factsOf(card, inside, room)}
      />
      <Split
        asideLabel="People and terms"
        aside={
          <>
            <Who room={room} />
            <Terms room={room} />
          </>
        }
        more={
          <>
            <Section id="timeline" title="Everything that happened">
              <Timeline {...{ entries, scene, reader }} contract={view.id} />
            </Section>
            <Section id="ledger" title={`What moved the money, ${scene.currency}`}>
              <Ledger {...{ entries, scene, reader }} />
            </Section>
          </>
        }
      >
        <Asked {...{ card, inside, room }} />
        <Section id="way" title="Where it stands">
          <Stages {...{ dispute, scene, reader }} />
        </Section>
        <Section id="sides" title="What both sides say">
          <div class="stack airy">
            <Statements {...{ dispute, scene }} />
            <Offers {...{ dispute, scene }} />
            <Evidence {...{ dispute, scene, reader, files }} />
          </div>
        </Section>
        <Milestones room={room} />
      </Split>
    </Page>
  );
}

function factsOf(card: CaseCard, { dispute }: CaseInside, { scene, view }: Room) {
  const opener = `Opened by ${whom(scene, dispute.opened_by)}`;
  return [
    caseTitle(card),
    opener,
    <a key="rules" href={`/contracts/${view.id}/terms#rules`}>
      Rules: {view.policy.name} {view.policy.version}
    </a>,
    <a key="messages" href={`/contracts/${view.id}/messages`}>
      Messages
    </a>,
    <a key="bundle" href={`/contracts/${view.id}/bundle.zip`} data-turbo="false">
      Evidence bundle
    </a>,
  ];
}

/** What is asked of the one who has the case, with its deadline; or that it is the others' turn. */
function Asked({ card, inside, room }: Omit<OwnCaseProps, 'frame'>) {
  const { asked, dispute } = inside;
  const path = `/contracts/${room.view.id}/do/${asked}?dispute=${dispute.id}`;
  return (
    <Panel id="asked" title="What happens next">
      <Says>{asked === null ? restingText(card, inside, room.scene) : askedText[asked]}</Says>
      {card.ends !== undefined && (
        <Deadline at={Temporal.Instant.from(card.ends)} reader={room.reader} />
      )}
      {asked !== null && (
        <>
          <Note>{caseSilence(card)} You see what your split does before anything happens.</Note>
          <div class="above-5">
            <ButtonLink href={path} look="primary">
              {asked === 'rule' ? 'Rule…' : 'Recommend a split…'}
            </ButtonLink>
          </div>
        </>
      )}
    </Panel>
  );
}

const askedText: Readonly<Record<'recommend_split' | 'rule', string>> = {
  recommend_split: 'You recommend how the money is divided, once, with your reasons.',
  rule: 'You rule how the money is divided, with your reasons. It is final.',
};

function restingText({ wants, status }: CaseCard, { dispute }: CaseInside, scene: Scene): string {
  if (wants === 'ruling') return 'A second mediator rules. Your part is done.';
  if (status === 'mediation') {
    return `${scene.names.client} and ${scene.names.freelancer} have your recommendation. Both must accept it.`;
  }
  if (status === 'arbitration') return 'The two can pay for a ruling. Your part is done.';
  return dispute.outcome === undefined ? 'Nothing is asked of you.' : 'The case is over.';
}

function Terms({ room: { view } }: { room: Room }) {
  return (
    <Section id="scope" title="What was agreed" flush>
      <p class="as-written" dir="auto">
        {view.terms.scope ?? 'No description was given beyond the milestones.'}
      </p>
      <p class="note above-3">
        <a href={`/contracts/${view.id}/terms`}>Terms, version {view.terms.version}</a>
      </p>
    </Section>
  );
}
