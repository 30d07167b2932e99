// The conversation beside a contract: what the two have written to each other, with files, and the
// form for the next one at the end. It goes on after the end of the contract.
import type { MessagesPage as Found, Message } from '../../../reads/talk/messages.ts';
import { filesHint } from '../../../words/files.ts';
import { actorOf, type Scene } from '../../../words/scene.ts';
import { momentText } from '../../../words/time.ts';
import { Button } from '../../parts/button.tsx';
import { Files } from '../../parts/events.tsx';
import { FilesInput, Post, TextArea } from '../../parts/form/field.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Section } from '../../parts/layout.tsx';
import { Empty } from '../../parts/messages.tsx';
import { Page } from '../../parts/page.tsx';
import { linkTo } from '../file.ts';
import { otherName, pathIn, pathOfDoing, type Room, sideOf } from '../room.ts';
import { RoomHead, RoomTabs } from '../room-page.tsx';

export type MessagesPageProps = {
  readonly frame: Frame;
  readonly room: Room;
  readonly page: Found;
  /** Unique for this showing: a press that arrives twice counts once. */
  readonly pressKey: string;
};

export function MessagesPage({ frame, room, page, pressKey }: MessagesPageProps) {
  const { messages, earlier } = page;
  return (
    <Page frame={frame} title={`Messages about “${room.view.terms.title}”`}>
      <RoomHead room={room} state={stateOf(room, page)} />
      <RoomTabs room={room} current="messages" />
      <Section id="messages" title="Messages" titleHidden>
        {earlier !== null && (
          <p class="below-4">
            <a href={pathIn(room, `/messages?before=${earlier}`)}>Earlier messages</a>
          </p>
        )}
        {messages.length === 0 ? (
          <Empty says="Nothing has been written yet." />
        ) : (
          <Talk {...{ messages, room }} />
        )}
      </Section>
      {sideOf(room) !== null && <Write {...{ room, pressKey }} />}
    </Page>
  );
}

function stateOf(room: Room, { messages }: Found): string {
  const last = messages.at(-1);
  if (sideOf(room) === null) return 'What the two have written to each other.';
  if (last === undefined)
    return `Write to ${otherName(room)}. It moves nothing and decides nothing.`;
  const who = last.party === sideOf(room) ? 'You wrote' : `${otherName(room)} wrote`;
  return `${who} last, on ${room.scene.when(last.at)}.`;
}

export function Talk({ messages, room }: { messages: readonly Message[]; room: Room }) {
  return (
    <ol class="talk">
      {messages.map((message) => (
        <One key={message.seq} message={message} room={room} />
      ))}
    </ol>
  );
}

function One({ message, room }: { message: Message; room: Room }) {
  const { scene, reader, view } = room;
  const own = message.party === sideOf(room);
  const at = Temporal.Instant.from(message.at);
  return (
    <li id={`e-${message.seq}`} class={own ? 'own' : undefined}>
      <p class="note">
        <b>
          <bdi>{nameOf(message, scene)}</bdi>
        </b>{' '}
        · <time datetime={message.at}>{momentText(at, reader.zone, reader.now)}</time> ·{' '}
        <a class="id" href={`#e-${message.seq}`}>
          #{message.seq}
        </a>
      </p>
      <p class="said" dir="auto">
        {message.text ?? 'This message was erased.'}
      </p>
      <Files files={message.files.map((file) => linkTo(view.id, file))} />
    </li>
  );
}

function nameOf(message: Message, scene: Scene): string {
  return actorOf(scene, message);
}

function Write({ room, pressKey }: Pick<MessagesPageProps, 'room' | 'pressKey'>) {
  const other = otherName(room);
  return (
    <Section id="write" title={`Write to ${other}`}>
      <div class="measured">
        <Post
          action={pathOfDoing(room, 'send_message')}
          hidden={{ _key: pressKey }}
          label={`Write to ${other}`}
          files
        >
          <TextArea
            name="text"
            label="Your message"
            hint={`${other} reads it, and a mediator who has a case about this contract. It stays with the contract.`}
            rows={5}
          />
          <FilesInput name="files" label="Files" hint={`Optional. ${filesHint}`} />
          <div class="above-4">
            <Button look="primary" name="_do" value="confirm">
              Send the message
            </Button>
          </div>
        </Post>
      </div>
    </Section>
  );
}
