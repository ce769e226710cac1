import type { Eraser, TextMatch, TextPlace } from '@buurt/domain/desk/erasing.js';
import type { PersonText } from './person.queries.js';

const wholeIdea = ({ ideaId }: PersonText): Eraser => ({ by: 'idea', id: ideaId });
const byAddress = ({ by }: PersonText): Eraser => ({ by: 'address', id: by });
const byRemark = ({ id }: PersonText): Eraser => ({ by: 'remark', id });
const byRemoval = ({ by }: PersonText): Eraser => ({ by: 'removal', id: by });

/** What erases a text of each place. */
const erasers: Readonly<Record<TextPlace, (found: PersonText) => Eraser>> = {
  idea: wholeIdea,
  correction: wholeIdea,
  contact: (found) => (found.by === null ? wholeIdea(found) : byAddress(found)),
  photo: wholeIdea,
  offer: ({ id }) => ({ by: 'offer', id }),
  remark: byRemark,
  report: byRemark,
  news: wholeIdea,
  promise: wholeIdea,
  follower: byAddress,
  confirmation: byAddress,
  handover: byAddress,
  mail: byAddress,
  staff: byRemoval,
  round: ({ id }) => ({ by: 'round', id }),
  proposal: (found) => (found.ideaId === null ? { by: 'round', id: found.by } : wholeIdea(found)),
  settings: ({ id }) => ({ by: 'settings', id }),
  answer: () => ({ by: 'time', id: null }),
  act: (found) => (found.by === null ? { by: 'nothing', id: null } : byRemoval(found)),
};

/** A text with what erases it. */
export function withEraser(found: PersonText): TextMatch {
  const { place, id, field, text, idea } = found;
  return { place, id, field, text, idea, eraser: erasers[place](found) };
}
