import type { PhotosMessages } from './photos.messages.js';

export const en: PhotosMessages = {
  group: 'Photos with your idea',
  required: 'required',
  choose: ({ chosen }) => (chosen === 0 ? 'Choose photos' : 'Choose another photo'),
  take: 'Take a photo',
  hint: ({ most }) =>
    `${most === 1 ? 'One photo' : `At most ${String(most)} photos`}, up to 64 MB each. We shrink them and remove the location.`,
  drop: 'You can drag them here too.',
  full: ({ most }) =>
    most === 1
      ? 'You have a photo. Remove it to choose another.'
      : `You have ${String(most)} photos. Remove one to choose another.`,
  preparing: ({ name }) => `Preparing “${name}” …`,
  waiting: ({ name }) => `“${name}” is waiting …`,
  ready: ({ count, most }) => `${String(count)} of ${String(most)} photos chosen.`,
  photo: ({ nth }) => `Photo ${String(nth)}`,
  alt: 'What does it show?',
  altHint: 'For people who can’t see the photo. For example: an empty lawn with two trees',
  remove: 'Remove',
  removeNamed: ({ name }) => `Remove photo “${name}”`,
  removed: ({ name }) => `“${name}” has been removed.`,
  lost: 'This photo wasn’t kept on this device. Remove it and choose it again.',
  tooMany: ({ name, most }) => `There is no room for “${name}”. You can add ${String(most)} photos at most.`,
  trouble: {
    empty: ({ name }) => `“${name}” is empty. Choose the photo again.`,
    'too-big': ({ name }) => `“${name}” is larger than 64 MB. Choose a smaller photo.`,
    'no-picture': ({ name }) => `“${name}” isn’t a photo. Choose a photo.`,
    'too-many-pixels': ({ name }) => `“${name}” is too large. Choose a smaller photo.`,
    'cut-off': ({ name }) => `“${name}” is damaged. Choose it again.`,
    heic: ({ name }) => `“${name}” is a HEIC photo, which this browser can’t read. Save it as JPG.`,
    unreadable: ({ name }) => `This browser can’t read “${name}”. Choose another photo.`,
  },
};
