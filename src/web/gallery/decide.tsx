// The gallery's first chapters: what one presses, and the panel where one decides.
import { Button, ButtonLink, DisabledButton } from '../parts/button.tsx';
import { Face, Party } from '../parts/face.tsx';
import type { Reader } from '../parts/frame.ts';
import { Chapter, Row, Stack } from '../parts/layout.tsx';
import { Deadline, Forecast, Note, Panel, Says } from '../parts/panel.tsx';
import { Status } from '../parts/plan.tsx';

export function DecideChapters({ reader }: { reader: Reader }) {
  return (
    <>
      <Buttons />
      <Statuses />
      <Deadlines reader={reader} />
      <WhatHappensNext reader={reader} />
    </>
  );
}

function Buttons() {
  return (
    <Chapter
      id="buttons"
      title="Buttons"
      note="The label names the effect. One primary a page; red only for what cannot be undone."
    >
      <Stack>
        <Row>
          <Button look="primary">Release $900.00</Button>
          <Button>Ask for changes</Button>
          <ButtonLink look="quiet" href="#buttons">
            Preview
          </ButtonLink>
          <Button look="stop">End and refund $750.00</Button>
        </Row>
        <Row>
          <DisabledButton id="why" why="Only the client decides this.">
            Release $900.00
          </DisabledButton>
        </Row>
        <Row>
          <Button look="stop" large>
            End the contract, pay $450.00 and ask for $750.00 back
          </Button>
          <ButtonLink look="quiet" large href="#buttons">
            Keep the contract going
          </ButtonLink>
        </Row>
      </Stack>
    </Chapter>
  );
}

function Statuses() {
  return (
    <Chapter
      id="statuses"
      title="Status and people"
      note="A shape, then a word. The colour repeats the shape."
    >
      <Stack gap="airy">
        <p class="row loose">
          <Status shape="done">Released</Status>
          <Status shape="review">In review</Status>
          <Status shape="review">Funded</Status>
          <Status shape="planned">Planned</Status>
          <Status shape="void">Void</Status>
          <Status shape="needs">Ended, refund asked</Status>
          <Status shape="wrong">In dispute</Status>
          <Status shape="over">Ended, feedback open</Status>
          <Status shape="solved">Solved</Status>
        </p>
        <Party
          initials="MV"
          org
          name="Marsh & Vane Books"
          note="Client · Tom Reyes · 10:20 in New York"
        />
        <Party initials="AL" name="Ada Lindqvist" after=", you" note="Freelancer · in Berlin" />
        <Party initials="نح" name="نور حداد" note="Freelancer · in Amman" />
        <p>
          <Face initials="ID" large />
        </p>
      </Stack>
    </Chapter>
  );
}

function Deadlines({ reader }: { reader: Reader }) {
  const at = (text: string) => Temporal.Instant.from(text);
  return (
    <Chapter
      id="deadlines"
      title="Deadline line"
      note="Local time, UTC, what is left. Amber below 48 hours; midnight UTC is 24:00."
    >
      <Stack>
        <Deadline at={at('2026-12-04T15:02:00Z')} reader={reader} />
        <Deadline at={at('2026-11-26T09:12:00Z')} reader={reader} />
        <Deadline at={at('2026-12-01T00:00:00Z')} reader={reader} />
        <Deadline at={at('2026-11-24T15:20:00Z')} reader={reader} />
        <Deadline
          at={at('2027-11-24T15:20:00Z')}
          reader={{ ...reader, zone: 'America/Argentina/Buenos_Aires' }}
        />
        <Deadline at={at('2026-12-04T15:02:00Z')} reader={{ ...reader, zone: 'UTC' }} />
      </Stack>
    </Chapter>
  );
}

function WhatHappensNext({ reader }: { reader: Reader }) {
  const release = Temporal.Instant.from('2026-12-04T15:02:00Z');
  return (
    <Chapter
      id="panel"
      title="The panel"
      note="What silence leads to, by when, who can change it. At most one a page."
    >
      <Panel id="next" title="What happens next">
        <Says>
          If <bdi>Marsh & Vane Books</bdi> does nothing, <b>$900.00 is released to you</b> on
          Friday, 4 December. You get $810.00 after the 10% fee.
        </Says>
        <Forecast
          steps={[
            { when: 'Now', what: 'In review', detail: 'day 4 of 14' },
            {
              when: 'Fri 4 Dec',
              at: release,
              what: '$900.00 released',
              detail: '$810.00 clearing',
            },
            {
              when: 'Wed 9 Dec',
              at: Temporal.Instant.from('2026-12-09T15:02:00Z'),
              what: '$810.00 yours',
              detail: 'to withdraw',
            },
          ]}
        />
        <Deadline at={release} reader={reader} />
        <Note>
          A request for changes stops the clock; your next submission starts a new 14 days.
        </Note>
        <Row>
          <ButtonLink href="#panel">Submit a new version</ButtonLink>
          <ButtonLink look="quiet" href="#panel">
            Withdraw the submission
          </ButtonLink>
        </Row>
      </Panel>
    </Chapter>
  );
}
