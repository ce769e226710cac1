import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApiError, type ServerProblem } from '@buurt/core/http/api-error.js';
import { defaultIdeaSettings, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { emptyDraft, type Draft } from '../../packages/idea-form/src/draft.js';
import {
  blockedBy,
  editDraft,
  goToStep,
  ideaSent,
  nextStep,
  previousStep,
  problemsHere,
  setPlace,
  showsAnother,
  showSent,
  submitFailed,
  takeBack,
  uploadProgressed,
  waitForNetwork,
} from '../../packages/idea-form/src/idea-wizard.js';
import { PhotosRefused, SubmitCancelled } from '../../packages/idea-form/src/submit-idea.js';
import { startWizard, type WizardState } from '../../packages/idea-form/src/wizard-state.js';

const settings = defaultIdeaSettings;
const key = '3f1c0000-0000-4000-8000-000000000001';
const anotherKey = '3f1c0000-0000-4000-8000-000000000002';

/** An idea with all that is asked for. */
const whole: Draft = {
  ...emptyDraft(key),
  title: 'Een lange tafel op het plein',
  story: 'Eén keer per maand eten we samen buiten, met wie er maar wil komen.',
  consent: true,
};
const other: Draft = { ...emptyDraft(anotherKey), title: 'Bomen in onze straat' };
const photo = { id: 'photo', name: 'plein.jpg', alt: '' };
const receipt = {
  id: 'idea',
  reference: 'RB-7K42',
  state: 'waiting',
  receivedAt: '2026-11-30T10:00:00Z',
  answerBy: '2026-12-14T10:00:00Z',
  ownerKey: 'secret',
  reachable: false,
} as const;
const sent = { title: whole.title, receipt };

const atPreview = goToStep(startWizard(whole), 'preview');
const sending = nextStep(atPreview, settings);
const codesOf = ({ problems }: WizardState) => problems.map(({ pointer, code }) => `${pointer} ${code}`);

/** The steps of somebody who presses "next" until the preview. */
function walk(draft: Draft, under: IdeaSettings = settings): readonly string[] {
  const steps: string[] = [];
  let state = startWizard(draft);
  while (state.step !== 'preview' && !steps.includes(state.step)) {
    steps.push(state.step);
    state = nextStep(state, under);
  }
  return [...steps, state.step];
}

describe('one step further', () => {
  it('walks through the steps that ask something, and ends at the preview', () => {
    assert.deepEqual(walk(whole), ['idea', 'place', 'together', 'photos', 'you', 'preview']);
  });

  it('leaves out a step that asks nothing', () => {
    const fields = settings.fields.filter(({ name }) => name !== 'place' && name !== 'photos');
    assert.deepEqual(walk(whole, { ...settings, fields }), ['idea', 'together', 'you', 'preview']);
  });

  it('is held up by what is wrong on this step, and by nothing of a later one', () => {
    const state = nextStep(startWizard({ ...whole, title: '', consent: false }), settings);
    assert.equal(state.step, 'idea');
    assert.deepEqual(codesOf(state), ['/title required']);
  });

  it('gives problems that are new each time, so that the summary takes the focus again', () => {
    const once = nextStep(startWizard({ ...whole, title: '' }), settings);
    assert.notEqual(nextStep(once, settings).problems, once.problems);
  });

  it('goes back to the preview after a change there', () => {
    const change = goToStep(atPreview, 'together');
    assert.equal(nextStep(change, settings).step, 'preview');
  });

  it('stays at the place when that lies outside the border', () => {
    const somewhere = setPlace(goToStep(startWizard(whole), 'place'), { lat: 52, lon: 5 }, true);
    const state = nextStep(somewhere, settings);
    assert.deepEqual([state.step, codesOf(state)], ['place', ['/place outside-buurt']]);
    assert.equal(nextStep(setPlace(state, null, false), settings).step, 'together');
  });

  it('says no longer that a draft was restored', () => {
    const restored = startWizard(whole, 'together', true);
    assert.equal(restored.isRestored, true);
    assert.equal(editDraft(restored, { assets: 'Een kraan' }).isRestored, true);
    assert.equal(nextStep(restored, settings).isRestored, false);
  });
});

describe('one step back', () => {
  it('is the step before under these settings, and the first step from the first', () => {
    const fields = settings.fields.filter(({ name }) => name !== 'place');
    const together = goToStep(startWizard(whole), 'together');
    assert.equal(previousStep(together, settings).step, 'place');
    assert.equal(previousStep(together, { ...settings, fields }).step, 'idea');
    assert.equal(previousStep(startWizard(whole), settings).step, 'idea');
  });

  it('takes along what was filled in, and leaves what was wrong', () => {
    const blocked = nextStep(goToStep(startWizard({ ...whole, consent: false }), 'you'), settings);
    assert.deepEqual(codesOf(blocked), ['/consent consent']);
    const back = previousStep(blocked, settings);
    assert.deepEqual([back.draft.title, back.problems], [whole.title, []]);
  });
});

describe('an answer', () => {
  it('changes only what was answered', () => {
    const state = editDraft(startWizard(whole), { assets: 'Een kraan' });
    assert.deepEqual(state.draft, { ...whole, assets: 'Een kraan' });
  });

  it('of no place is none, which is not the same as an idea without a fixed place', () => {
    const placed = setPlace(startWizard(whole), { lat: 52, lon: 5 }, false);
    assert.equal('place' in setPlace(placed, undefined, false).draft, false);
    assert.equal(setPlace(placed, null, false).draft.place, null);
  });
});

describe('what is wrong', () => {
  const missingPhoto: ServerProblem = { pointer: '/photos/0/id', code: 'not-an-option' };
  const unknown: ServerProblem = { pointer: '/somewhere', code: 'unknown-key' };
  const title: ServerProblem = { pointer: '/title', code: 'required' };

  it('brings the resident to the first step that has something to mend', () => {
    assert.equal(blockedBy(atPreview, [missingPhoto, title], settings).step, 'idea');
    assert.equal(blockedBy(atPreview, [missingPhoto, unknown], settings).step, 'photos');
  });

  it('is shown at the preview when no step can mend it', () => {
    assert.equal(blockedBy(startWizard(whole), [unknown], settings).step, 'preview');
  });

  it('is shown where it can be mended, and what can be mended nowhere is shown everywhere', () => {
    const state = blockedBy(atPreview, [missingPhoto, title, unknown], settings);
    assert.deepEqual(problemsHere(state, settings), [title, unknown]);
  });

  it('is looked for on all steps before an idea is sent', () => {
    const state = nextStep(goToStep(startWizard({ ...whole, story: '' }), 'preview'), settings);
    assert.deepEqual(
      [state.status.name, state.step, codesOf(state)],
      ['filling', 'idea', ['/story required']],
    );
  });
});

describe('sending', () => {
  it('begins at the preview, with how far each photo is', () => {
    const uploaded = { ...photo, id: 'uploaded', uploaded: { id: 'server', alt: '', sources: [] } };
    const state = nextStep({ ...atPreview, draft: { ...whole, photos: [photo, uploaded] } }, settings);
    assert.deepEqual(state.status, {
      name: 'sending',
      progress: new Map([
        ['photo', 0],
        ['uploaded', 1],
      ]),
    });
    const { status } = uploadProgressed(state, 'photo', 0.5);
    assert.equal(status.name === 'sending' && status.progress.get('photo'), 0.5);
  });

  it('hears no more of a photo once it has stopped', () => {
    assert.equal(uploadProgressed(atPreview, 'photo', 0.5), atPreview);
  });

  it('leaves an empty form behind the receipt', () => {
    const state = ideaSent(sending, sent, whole, anotherKey);
    assert.deepEqual(state, {
      ...startWizard(emptyDraft(anotherKey)),
      status: { name: 'sent', sent, draft: whole },
    });
  });

  it('does not push away another idea that the resident has begun with', () => {
    const busy = startWizard(other);
    assert.equal(ideaSent(busy, sent, whole, 'next'), busy);
    assert.equal(showsAnother(busy, whole), true);
    assert.equal(showsAnother(startWizard(emptyDraft(anotherKey)), whole), false);
    assert.equal(showsAnother(startWizard(whole), whole), false);
  });

  it('of another idea leaves a receipt on the screen when it is refused', () => {
    assert.equal(showsAnother(ideaSent(sending, sent, whole, 'next'), other), true);
    assert.equal(showsAnother(showSent(startWizard(emptyDraft(anotherKey)), sent), whole), true);
  });

  it('waits for the network with the draft, and comes back at the preview', () => {
    const waiting = waitForNetwork(sending, { key, draft: whole }, true);
    assert.deepEqual(waiting.status, { name: 'waiting', submission: { key, draft: whole }, isStored: true });
    const back = takeBack(startWizard(emptyDraft(anotherKey)), whole);
    assert.deepEqual([back.status.name, back.step, back.draft], ['filling', 'preview', whole]);
  });
});

describe('an idea that was not sent', () => {
  it('is at the preview again without a fault when the resident stopped it, and that is said', () => {
    const state = submitFailed(sending, new ApiError('aborted'), whole, settings);
    assert.deepEqual(state, { ...atPreview, announcement: 'stopped' });
  });

  it('says at the preview why, also when the page held it back or photos were refused', () => {
    for (const error of [new ApiError('server'), new SubmitCancelled(), new PhotosRefused([photo])]) {
      const state = submitFailed(sending, error, whole, settings);
      assert.deepEqual(state, { ...atPreview, failure: error });
      assert.equal(goToStep(state, 'photos').failure, undefined);
    }
  });

  it('is at what the server wants mended, with the draft as it can be sent', () => {
    const problems = [{ pointer: '/email', code: 'not-an-email' }] as const;
    const draft = { ...whole, email: 'samira' };
    const state = submitFailed(sending, new ApiError('invalid', { problems }), draft, settings);
    assert.deepEqual([state.status.name, state.step, state.draft], ['filling', 'you', draft]);
    assert.deepEqual(codesOf(state), ['/email not-an-email']);
    assert.equal(state.failure, undefined);
  });
});
