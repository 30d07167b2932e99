// Files of a command: those that were sent so far, each with a box that takes it off again, and an
// input for more. Without a script a file is sent with the form and then stands here; it is part
// of the contract only when the button is pressed.
import type { Upload } from '../../../engine/files/uploads.ts';
import { isContractCommand, shapeOf } from '../../../wire/commands.ts';
import { filesHint, sizeText } from '../../../words/files.ts';
import { FilesInput } from '../../parts/form/field.tsx';
import { Chapter } from '../../parts/layout.tsx';

/** Whether a command can carry files. */
export function takesFiles(command: string): boolean {
  return isContractCommand(command) && Object.hasOwn(shapeOf(command).shape, 'files');
}

export type FilesFieldProps = {
  readonly sent: readonly Upload[];
  readonly error: string | undefined;
};

export function FilesField({ sent, error }: FilesFieldProps) {
  return (
    <Chapter
      id="attached"
      title="Files"
      note="They are part of the contract, and of its evidence bundle."
    >
      {sent.length > 0 && (
        <fieldset class="field">
          <legend>Sent so far</legend>
          <span class="hint">Untick one to leave it out.</span>
          {sent.map(({ file, name, bytes }) => (
            <div key={file} class="choice">
              <input type="checkbox" name="files" value={file} id={file} checked />
              <label for={file}>
                <bdi>{name}</bdi>
              </label>
              <span class="num">{sizeText(bytes)}</span>
            </div>
          ))}
        </fieldset>
      )}
      <FilesInput
        name="files"
        label={sent.length > 0 ? 'More files' : 'Choose files'}
        hint={`Optional. ${filesHint}`}
        error={error}
      />
    </Chapter>
  );
}
