import { ideaProblems, type NewIdea } from '@buurt/domain/ideas/idea.js';
import {
  isAsked,
  type IdeaFieldName,
  type IdeaSettings,
  type Question,
} from '@buurt/domain/ideas/settings.js';
import { Untried } from './check.js';

const longestText = 60;

/** A text that begins with "Test", and is as long as is asked. */
function testText(text: string, { min = 0, max = longestText }: { min?: number; max?: number }): string {
  return text.padEnd(min, '.').slice(0, Math.max(min, Math.min(max, longestText)));
}

/** What a field holds when it has to be filled in. A photo is not among them: that would stay behind. */
const fillings = (settings: IdeaSettings): Omit<NewIdea, 'title' | 'story' | 'consent'> => ({
  theme: settings.themes[0]?.id ?? '',
  place: null,
  assets: 'Test',
  joiners: 'Test',
  needs: ['time'],
  offers: ['time'],
  cost: null,
  name: 'Test',
  email: 'test@example.org',
  phone: '06 12345678',
});

const answerTo = ({ kind, options }: Question) => (kind === 'choice' ? (options[0]?.nl ?? '') : 'Test');

/**
 * The shortest idea that these settings allow, with a title by which staff see that it is a test.
 * @throws {Untried} when more is required than a test can give
 */
export function testIdea(settings: IdeaSettings): NewIdea {
  const fieldOf = (name: IdeaFieldName) => settings.fields.find((each) => each.name === name) ?? {};
  const all = fillings(settings);
  const required = settings.fields.filter((field) => field.required && field.name in all);
  const filledIn = Object.fromEntries(
    required.map(({ name, min = 0 }) => {
      const value = all[name as keyof typeof all];
      return [name, typeof value === 'string' && min > 0 ? value.padEnd(min, '.') : value];
    }),
  );
  const idea: NewIdea = {
    ...filledIn,
    title: testText('Test van de aansluiting (wijs dit idee maar af)', fieldOf('title')),
    story: testText('Test: dit idee is niet van een bewoner.', fieldOf('story')),
    consent: true,
  };
  const answers = settings.questions.filter((question) => question.required && isAsked(question, idea));
  const whole = {
    ...idea,
    ...(answers.length > 0
      ? { answers: Object.fromEntries(answers.map((question) => [question.id, answerTo(question)])) }
      : {}),
  };
  const problems = ideaProblems(settings, whole);
  if (problems.length > 0)
    throw new Untried(
      `the settings of the buurt ask more than a test can give: ${problems.map(({ pointer }) => pointer).join(', ')}`,
    );
  return whole;
}
