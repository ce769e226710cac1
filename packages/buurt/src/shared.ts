// Holds nothing itself: the bundler puts it in the chunk that all widgets share, so that the loader can ask for that
// chunk at the same time as for the widget, instead of learning of it one round trip later.
export {};
