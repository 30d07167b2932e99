// What was said and shown in a dispute: both statements, and the evidence in the order in which it
// came, each with its time and with the hash of every file, so that nobody can say it was another
// one. Only the two sides and the mediator who has the case get to see it.
import type { EvidenceView, FileView } from '../../../domain/contracts/seen/view.ts';
import { otherParty, type Party } from '../../../domain/people.ts';
import { sizeText } from '../../../words/files.ts';
import { capital, type Scene, Who, whose } from '../../../words/scene.ts';
import { fullMomentText, momentText } from '../../../words/time.ts';
import type { Reader } from '../../parts/frame.ts';
import type { Dispute } from './open-things.ts';

export function Statements({ dispute, scene }: { dispute: Dispute; scene: Scene }) {
  const { opened_by, statement, answer } = dispute;
  if (statement === undefined && answer === undefined) return null;
  return (
    <div>
      <h3>Both sides</h3>
      <div class="both-sides above-2">
        <Statement party={opened_by} text={statement} scene={scene} />
        <Statement party={otherParty(opened_by)} text={answer} scene={scene} />
      </div>
    </div>
  );
}

type StatementProps = {
  readonly party: Party;
  readonly text: string | undefined;
  readonly scene: Scene;
};

function Statement({ party, text, scene }: StatementProps) {
  return (
    <div>
      <p class="note">{capital(whose(scene, party))} statement</p>
      {text === undefined ? (
        <p class="note">Nothing was written.</p>
      ) : (
        <blockquote class="quoted">
          <p dir="auto">{text}</p>
        </blockquote>
      )}
    </div>
  );
}

export type EvidenceProps = {
  readonly dispute: Dispute;
  readonly scene: Scene;
  readonly reader: Reader;
  /** Where files are: their ids are added to it. */
  readonly files: string;
};

export function Evidence({ dispute, scene, reader, files }: EvidenceProps) {
  const { evidence } = dispute;
  if (evidence === undefined) return null;
  return (
    <div>
      <h3>Evidence</h3>
      {evidence.length === 0 ? (
        <p class="note above-2">None has been submitted.</p>
      ) : (
        <ol class="evidence above-2">
          {evidence.map((one) => (
            <Item key={one.at} {...{ one, scene, reader, files }} />
          ))}
        </ol>
      )}
    </div>
  );
}

type ItemProps = Omit<EvidenceProps, 'dispute'> & { readonly one: EvidenceView };

function Item({ one, scene, reader, files }: ItemProps) {
  const at = Temporal.Instant.from(one.at);
  return (
    <li>
      <p class="note">
        {Who(scene, one.by)} · <time datetime={one.at}>{fullMomentText(at, reader.zone)}</time> ·{' '}
        {momentText(at, 'UTC', reader.now)} UTC
      </p>
      {one.note !== undefined && (
        <blockquote class="quoted">
          <p dir="auto">{one.note}</p>
        </blockquote>
      )}
      {one.files.length > 0 && <HashedFiles files={one.files} path={files} />}
    </li>
  );
}

/** Files with what proves that they are still the same. */
export function HashedFiles({ files, path }: { files: readonly FileView[]; path: string }) {
  return (
    <ul class="files">
      {files.map(({ file, name = 'A file that was erased', bytes, sha256 }) => (
        <li key={file}>
          <a href={`${path}${file}`} data-turbo="false">
            <bdi>{name}</bdi>
          </a>{' '}
          <small>{sizeText(bytes)}</small>
          <small class="hash">sha256 {sha256}</small>
        </li>
      ))}
    </ul>
  );
}
