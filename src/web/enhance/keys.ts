// Ctrl+Enter (Cmd+Enter) in a text area sends its form, except where the button is red: what
// cannot be undone is pressed, never typed.

export function sendOnCtrlEnter(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const form = event.target.form;
    if (form === null || form.querySelector('.button.stop') !== null) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
