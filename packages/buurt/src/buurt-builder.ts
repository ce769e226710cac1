/** `buurt-builder.js`: for a page on which webmasters put together what they paste. It comes in a part of its own, as widgets do. */
void import('./embed-builder.js');
