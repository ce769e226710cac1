// Runs in the browser, on a page with a strict Content-Security-Policy: shows one story and tells what was refused.
import { render } from 'lit';
import { userEvent, within } from 'storybook/test';

const root = document.querySelector('main');
const refused = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, sample, sourceFile, lineNumber }) =>
  refused.push(`${effectiveDirective} refused ${sample} at ${sourceFile}:${lineNumber}`),
);

function drawn(meta, story, context) {
  const draw = story.render ?? meta.render;
  const decorators = [...(story.decorators ?? []), ...(meta.decorators ?? [])];
  return decorators.reduce(
    (inner, decorate) => () => decorate(inner, context),
    () => draw(context.args, context),
  )();
}

/** What went wrong with `stories[name]` of one file; empty when nothing did. */
export async function show(file, name) {
  const meta = file.default;
  const story = file[name];
  const context = {
    args: { ...meta.args, ...story.args },
    parameters: { ...meta.parameters, ...story.parameters },
    globals: { language: 'nl', direction: 'ltr' },
    canvasElement: root,
    canvas: within(root),
    userEvent: userEvent.setup(),
    step: (_, act) => act(context),
  };
  render(drawn(meta, story, context), root);
  await new Promise(requestAnimationFrame);
  await (story.play ?? meta.play)?.(context);
  await new Promise(requestAnimationFrame);
  return refused;
}
