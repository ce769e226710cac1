<?php
/**
 * Plugin Name:       Buurt widgets
 * Description:       Residents hand in ideas, divide the budget of their buurt and find initiatives: a block and a shortcode.
 * Version:           0.8.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * License:           EUPL-1.2
 * License URI:       https://interoperable-europe.ec.europa.eu/collection/eupl
 * Text Domain:       buurt-widgets
 *
 * Tracks nobody, sets no cookies, and asks nothing of another server: only a visitor's browser does, of the two addresses
 * in the settings. Those are for who administers the site, not for who writes its pages: what residents type goes there.
 */

namespace Buurt\Widgets;

defined('ABSPATH') || exit;

/** The name of the option, of its page, and of the script and the styles. */
const NAME = 'buurt-widgets';
const SETTINGS = ['script', 'endpoint', 'buurt', 'integrity', 'styles-integrity'];

/** The attributes that a page may give each widget, beside those that every widget takes. */
const WIDGETS = [
  'idea-form' => ['draft'],
  'budget-vote' => ['round', 'code', 'helper', 'idle-seconds'],
  'initiative-list' => [
    'layout', 'columns', 'page-size', 'filters', 'status', 'theme', 'sort', 'detail-href', 'history', 'structured-data',
  ],
  'map-card' => ['municipality', 'detail-href', 'buurt-href', 'status', 'theme', 'tiles', 'tiles-attribution'],
  'cashbook' => ['detail-href'],
  'my-initiative' => [],
];
const OF_EVERY_WIDGET = ['buurt', 'heading-level', 'no-heading', 'density', 'theme-preset', 'lang'];

/** What a value must look like. Words with bars between them are a choice; `FLAG` is only there or not. */
const FLAG = '|yes|true|1';
const WORDS = '[\w ,-]{0,200}';
const TEXT = '[^<>]{1,200}';
const BUURT = 'BU[0-9A-Z]{8}';
/** A page of any site or of this one, with `{id}` in it; never `javascript:`. */
const PAGE = '(https?://|(?![^/?#]*:)(?!//))[^\s"\'<>\\\\]{1,500}';
/** Plain http only where somebody tries it on his own computer. */
const ADDRESS = '(https://[^\s/?#@"\'<>\\\\]+|http://(localhost|127\.0\.0\.1)(:\d+)?)(/[^\s?#"\'<>\\\\]*)?';
const HASH = 'sha(256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)';
const PATTERNS = [
  'buurt' => BUURT . '( ' . BUURT . '){0,11}',
  'heading-level' => '[1-6]',
  'no-heading' => FLAG,
  'density' => 'compact',
  'theme-preset' => 'auto|light|dark',
  'lang' => 'nl|en',
  'draft' => 'local|session|off',
  'round' => '[\w-]{1,64}',
  'code' => 'first|last',
  'helper' => FLAG,
  'idle-seconds' => '\d{1,4}',
  'layout' => 'cards|rows',
  'columns' => '[1-4]',
  'page-size' => '[1-9]\d?|100',
  'filters' => WORDS,
  'status' => WORDS,
  'theme' => WORDS,
  'sort' => 'new|support|help|news|random',
  'detail-href' => PAGE,
  'buurt-href' => PAGE,
  'history' => 'on|off',
  'structured-data' => FLAG,
  'municipality' => TEXT,
  'tiles' => 'off|https://[^\s"\'<>\\\\]{1,500}',
  'tiles-attribution' => TEXT,
];

/** In the language of the site; a translation that somebody installed goes before. */
const DUTCH = [
  'Buurt widgets: settings' => 'Buurt widgets: instellingen',
  'Settings' => 'Instellingen',
  'The first two you get from who runs the server of the widgets.' =>
    'De eerste twee krijg je van wie de server van de widgets beheert.',
  'Put a widget in a page with the block “Buurt widget”, or with:' =>
    'Zet een widget in een pagina met het blok “Buurt widget”, of met:',
  'Address of the script' => 'Adres van het script',
  'Address of the server' => 'Adres van de server',
  'Code of the buurt' => 'Code van de buurt',
  'Hash of the script' => 'Hash van het script',
  'Hash of the styles' => 'Hash van de stijlen',
  'It looks like https://buurt.example.nl/dist/1/buurt.js.' => 'Het lijkt op https://buurt.example.nl/dist/1/buurt.js.',
  'The address of the script has no version, so its hash changes. Leave both hashes empty, or fill in an address with a version.' =>
    'In het adres van het script staat geen versie, dus de hash verandert. Laat beide hashes leeg, of vul een adres met een versie in.',
  'It looks like https://buurt.example.nl/v1.' => 'Het lijkt op https://buurt.example.nl/v1.',
  'It is BU and eight characters. A page can name another.' =>
    'Dat is BU met acht tekens. Een pagina kan een andere noemen.',
  'Leave it empty where the address of the script has no version. It starts with sha384-.' =>
    'Laat dit leeg als in het adres van het script geen versie staat. De hash begint met sha384-.',
  '“%1$s” is not saved as “%2$s”. %3$s' => '“%1$s” is niet bewaard bij “%2$s”. %3$s',
  'No widget shows until “%s” is filled in.' => 'Er verschijnt pas een widget als “%s” is ingevuld.',
  'Fill in Settings → Buurt widgets first.' => 'Vul eerst Instellingen → Buurt widgets in.',
  'There is no widget “%1$s”. Choose from: %2$s.' => 'Er is geen widget “%1$s”. Kies uit: %2$s.',
  'This widget takes no “%s”.' => 'Deze widget kent “%s” niet.',
  '“%1$s” is not right for %2$s.' => '“%1$s” past niet bij %2$s.',
  'Give the code of a buurt, here or in the settings.' => 'Geef de code van een buurt, hier of bij de instellingen.',
  'Only who can edit this page sees this.' => 'Alleen wie deze pagina kan bewerken, ziet dit.',
  'Does nothing appear here? Please call or mail us.' => 'Verschijnt hier niets? Bel of mail ons.',
  'Which widget?' => 'Welke widget?',
  'An idea, a vote, initiatives or a map of the buurt.' => 'Een idee, een stem, initiatieven of een kaart van de buurt.',
  'Idea form' => 'Formulier voor ideeën',
  'Budget vote' => 'Stemmen over het budget',
  'List of initiatives' => 'Lijst van initiatieven',
  'Map of the buurt' => 'Kaart van de buurt',
  'Visitors see the widget on the page itself.' => 'Bezoekers zien de widget op de pagina zelf.',
  'As in the settings' => 'Zoals bij de instellingen',
  'As usual' => 'Zoals gewoonlijk',
  'Options' => 'Opties',
  'Shown when the widget does not load' => 'Te zien als de widget niet laadt',
];

function dutch(string $translation, string $text): string {
  $isDutch = strpos(determine_locale(), 'nl') === 0;
  return $isDutch && $translation === $text ? DUTCH[$text] ?? $text : $translation;
}

function matches(string $pattern, string $value): bool {
  return preg_match('~^(?:' . $pattern . ')$~Du', $value) === 1;
}

// ——— What the administrator fills in ———

function fields(): array {
  $hash = [
    'pattern' => HASH,
    'hint' => __('Leave it empty where the address of the script has no version. It starts with sha384-.', 'buurt-widgets'),
    'needed' => false,
  ];
  return [
    'script' => [
      'label' => __('Address of the script', 'buurt-widgets'),
      'pattern' => '(?=' . ADDRESS . '$).*/buurt\.js',
      'hint' => __('It looks like https://buurt.example.nl/dist/1/buurt.js.', 'buurt-widgets'),
      'needed' => true,
    ],
    'endpoint' => [
      'label' => __('Address of the server', 'buurt-widgets'),
      'pattern' => ADDRESS,
      'hint' => __('It looks like https://buurt.example.nl/v1.', 'buurt-widgets'),
      'needed' => true,
    ],
    'buurt' => [
      'label' => __('Code of the buurt', 'buurt-widgets'),
      'pattern' => BUURT,
      'hint' => __('It is BU and eight characters. A page can name another.', 'buurt-widgets'),
      'needed' => false,
    ],
    'integrity' => ['label' => __('Hash of the script', 'buurt-widgets')] + $hash,
    'styles-integrity' => ['label' => __('Hash of the styles', 'buurt-widgets')] + $hash,
  ];
}

function settings(): array {
  $empty = array_fill_keys(SETTINGS, '');
  return array_intersect_key(array_filter((array) get_option(NAME), 'is_string') + $empty, $empty);
}

/** Keeps what was there in the place of a value that is not right, and says so. */
function validated($typed): array {
  $kept = settings();
  foreach (fields() as $name => $field) {
    $value = is_array($typed) && is_string($typed[$name] ?? null) ? trim($typed[$name]) : '';
    if ($value !== '' && !matches($field['pattern'], $value)) {
      $sentence = __('“%1$s” is not saved as “%2$s”. %3$s', 'buurt-widgets');
      add_settings_error(NAME, $name, esc_html(sprintf($sentence, $value, $field['label'], $field['hint'])));
      continue;
    }
    $kept[$name] = $value;
    if ($value === '' && $field['needed']) {
      $sentence = __('No widget shows until “%s” is filled in.', 'buurt-widgets');
      add_settings_error(NAME, $name, esc_html(sprintf($sentence, $field['label'])), 'warning');
    }
  }
  if (matches('.*/1/buurt\\.js', $kept['script']) && $kept['integrity'] . $kept['styles-integrity'] !== '') {
    $sentence = __('The address of the script has no version, so its hash changes. Leave both hashes empty, or fill in an address with a version.', 'buurt-widgets');
    add_settings_error(NAME, 'follows', esc_html($sentence), 'warning');
  }
  return $kept;
}

function show_settings(): void {
  if (!current_user_can('manage_options')) return;
  $settings = settings();
  ?>
  <div class="wrap">
    <h1><?php echo esc_html__('Buurt widgets: settings', 'buurt-widgets'); ?></h1>
    <p><?php echo esc_html__('The first two you get from who runs the server of the widgets.', 'buurt-widgets'); ?></p>
    <form action="options.php" method="post">
      <?php settings_fields(NAME); ?>
      <table class="form-table" role="presentation">
        <?php foreach (fields() as $name => $field) : ?>
          <tr>
            <th scope="row"><label for="buurt-<?php echo esc_attr($name); ?>"><?php echo esc_html($field['label']); ?></label></th>
            <td>
              <input class="large-text code" id="buurt-<?php echo esc_attr($name); ?>" autocomplete="off" spellcheck="false"
                name="<?php echo esc_attr(NAME . "[$name]"); ?>" value="<?php echo esc_attr($settings[$name]); ?>"
                aria-describedby="buurt-<?php echo esc_attr($name); ?>-hint">
              <p class="description" id="buurt-<?php echo esc_attr($name); ?>-hint"><?php echo esc_html($field['hint']); ?></p>
            </td>
          </tr>
        <?php endforeach; ?>
      </table>
      <?php submit_button(); ?>
    </form>
    <p><?php echo esc_html__('Put a widget in a page with the block “Buurt widget”, or with:', 'buurt-widgets'); ?></p>
    <p><code>[buurt widget="idea-form"]</code></p>
  </div>
  <?php
}

// ——— What stands in a page ———

/** The attributes of a widget as HTML, and in words what of the options is left out. */
function checked_attributes(string $widget, array $options): array {
  $settings = settings();
  $html = sprintf(' endpoint="%s"', esc_attr($settings['endpoint']));
  $problems = [];
  // The card of a municipality takes no buurt.
  if (!isset($options['municipality'])) $options += array_filter(['buurt' => $settings['buurt']]);
  foreach ($options as $name => $value) {
    $value = is_scalar($value) ? (string) $value : '';
    if (!in_array($name, array_merge(OF_EVERY_WIDGET, WIDGETS[$widget]), true))
      $problems[] = sprintf(__('This widget takes no “%s”.', 'buurt-widgets'), $name);
    elseif (!matches(PATTERNS[$name], $value))
      $problems[] = sprintf(__('“%1$s” is not right for %2$s.', 'buurt-widgets'), $value, $name);
    elseif (PATTERNS[$name] === FLAG) $html .= ' ' . $name;
    else $html .= sprintf(' %s="%s"', $name, esc_attr($value));
  }
  if (!isset($options['municipality']) && !isset($options['buurt']))
    $problems[] = __('Give the code of a buurt, here or in the settings.', 'buurt-widgets');
  return [$html, $problems];
}

/** Visitors need not see what is wrong; who can mend it does. */
function note(array $problems): string {
  if ($problems === [] || !current_user_can('edit_posts')) return '';
  $problems[] = __('Only who can edit this page sees this.', 'buurt-widgets');
  return sprintf('<div role="note"><strong>Buurt widgets:</strong> %s</div>', esc_html(implode(' ', $problems)));
}

function widget_html(string $widget, array $options, string $content): string {
  $fallback = trim(wp_kses_post($content));
  if (!isset(WIDGETS[$widget])) {
    $sentence = __('There is no widget “%1$s”. Choose from: %2$s.', 'buurt-widgets');
    return note([sprintf($sentence, $widget, implode(', ', array_keys(WIDGETS)))]) . $fallback;
  }
  if ($fallback === '') $fallback = esc_html__('Does nothing appear here? Please call or mail us.', 'buurt-widgets');
  if (!is_complete()) return note([__('Fill in Settings → Buurt widgets first.', 'buurt-widgets')]) . $fallback;
  enqueue();
  [$attributes, $problems] = checked_attributes($widget, $options);
  return note($problems) . "<buurt-$widget$attributes>$fallback</buurt-$widget>";
}

/** `[buurt widget="idea-form" heading-level="3"]What shows until the form is there[/buurt]` */
function shortcode($typed, $content = ''): string {
  $options = [];
  foreach (is_array($typed) ? $typed : [] as $name => $value) {
    // Who copies from a word processor brings its quotes.
    $value = preg_replace('/^[“”„″]+|[“”„″]+$/u', '', $value) ?? '';
    // `helper` alone comes as a value without a name.
    if (is_int($name)) $options[$value] = '';
    else $options[$name] = $value;
  }
  $widget = $options['widget'] ?? '';
  unset($options['widget']);
  return widget_html($widget, $options, (string) $content);
}

function block(array $attributes): string {
  return widget_html($attributes['widget'], (array) $attributes['options'], $attributes['fallback']);
}

function is_complete(): bool {
  $settings = settings();
  return $settings['script'] !== '' && $settings['endpoint'] !== '';
}

function enqueue(): void {
  $script = settings()['script'];
  wp_enqueue_style(NAME, substr($script, 0, -strlen('js')) . 'css', [], null);
  wp_enqueue_script(NAME, $script, [], null, false);
}

/** In the head where a page says early that it has a widget; a widget elsewhere, as in a sidebar, asks for it itself. */
function enqueue_early(): void {
  $post = is_singular() ? get_post() : null;
  if ($post && is_complete() && (has_shortcode($post->post_content, 'buurt') || has_block('buurt/widget', $post))) enqueue();
}

function script_tag(string $tag, string $handle): string {
  if ($handle !== NAME) return $tag;
  ['script' => $src, 'integrity' => $integrity] = settings();
  $attributes = ['type' => 'module', 'src' => esc_url_raw($src), 'integrity' => $integrity, 'crossorigin' => 'anonymous'];
  return wp_get_script_tag(array_filter($attributes));
}

function style_tag(string $tag, string $handle): string {
  $integrity = settings()['styles-integrity'];
  if ($handle !== NAME || $integrity === '') return $tag;
  return str_replace('<link ', sprintf('<link integrity="%s" crossorigin="anonymous" ', esc_attr($integrity)), $tag);
}

// ——— The editor ———

const EDITOR = <<<'JS'
(({ blocks, blockEditor, components, element: { createElement } }, { widgets, patterns, flag, words }) => {
  const { PanelBody, Placeholder, SelectControl, TextControl, TextareaControl, ToggleControl } = components;

  /** A switch, a choice or a line, as the pattern of the attribute asks. */
  const field = (name, value = '', onChange) => {
    const pattern = patterns[name];
    const props = { key: name, label: name, value, onChange };
    if (pattern === flag)
      return createElement(ToggleControl, { ...props, checked: value !== '', onChange: (on) => onChange(on ? 'yes' : '') });
    if (!/^\w+(\|\w+)+$/.test(pattern)) return createElement(TextControl, props);
    const options = ['', ...pattern.split('|')].map((each) => ({ value: each, label: each || words.usual }));
    return createElement(SelectControl, { ...props, options });
  };

  function edit({ attributes: { widget, options, fallback }, setAttributes }) {
    const set = (name) => (value) => {
      const { [name]: before, ...others } = options;
      setAttributes({ options: value ? { ...others, [name]: value } : others });
    };
    const kinds = Object.entries(widgets).map(([value, { label }]) => ({ value, label }));
    // What one widget takes, another may not.
    const choose = (chosen) => setAttributes({ widget: chosen, options: options.buurt ? { buurt: options.buurt } : {} });
    const names = widgets[widget]?.attributes ?? [];
    return createElement('div', blockEditor.useBlockProps(),
      createElement(blockEditor.InspectorControls, null,
        createElement(PanelBody, { title: words.options },
          ...names.map((name) => field(name, options[name], set(name))),
          createElement(TextareaControl, {
            label: words.fallback, value: fallback, onChange: (text) => setAttributes({ fallback: text }),
          }))),
      createElement(Placeholder, { icon: 'groups', label: words.title, instructions: words.shown, isColumnLayout: true },
        createElement(SelectControl, { label: words.widget, value: widget, options: kinds, onChange: choose }),
        createElement(TextControl, {
          label: words.buurt, placeholder: words.settings, value: options.buurt ?? '', onChange: set('buurt'),
        })));
  }

  blocks.registerBlockType('buurt/widget', { edit, save: () => null });
})(window.wp, window.buurtWidgets);
JS;

function editor_facts(): array {
  $labels = [
    'idea-form' => __('Idea form', 'buurt-widgets'),
    'budget-vote' => __('Budget vote', 'buurt-widgets'),
    'initiative-list' => __('List of initiatives', 'buurt-widgets'),
    'map-card' => __('Map of the buurt', 'buurt-widgets'),
    'cashbook' => __('Cashbook of the buurt', 'buurt-widgets'),
    'my-initiative' => __('My initiative', 'buurt-widgets'),
  ];
  $widgets = [];
  foreach (WIDGETS as $widget => $own)
    // The code of the buurt has a place of its own.
    $widgets[$widget] = [
      'label' => $labels[$widget],
      'attributes' => array_merge($own, array_slice(OF_EVERY_WIDGET, 1)),
    ];
  $words = [
    'title' => __('Buurt widget', 'buurt-widgets'),
    'widget' => __('Which widget?', 'buurt-widgets'),
    'shown' => __('Visitors see the widget on the page itself.', 'buurt-widgets'),
    'buurt' => __('Code of the buurt', 'buurt-widgets'),
    'settings' => __('As in the settings', 'buurt-widgets'),
    'usual' => __('As usual', 'buurt-widgets'),
    'options' => __('Options', 'buurt-widgets'),
    'fallback' => __('Shown when the widget does not load', 'buurt-widgets'),
  ];
  return ['widgets' => $widgets, 'patterns' => PATTERNS, 'flag' => FLAG, 'words' => $words];
}

function register(): void {
  add_shortcode('buurt', __NAMESPACE__ . '\shortcode');
  $editor = NAME . '-editor';
  wp_register_script($editor, false, ['wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element'], null, true);
  $facts = wp_json_encode(editor_facts(), JSON_HEX_TAG | JSON_HEX_AMP);
  wp_add_inline_script($editor, "window.buurtWidgets = $facts;\n" . EDITOR);
  register_block_type('buurt/widget', [
    'api_version' => 3,
    'title' => __('Buurt widget', 'buurt-widgets'),
    'description' => __('An idea, a vote, initiatives or a map of the buurt.', 'buurt-widgets'),
    'category' => 'widgets',
    'icon' => 'groups',
    'supports' => ['html' => false, 'customClassName' => false],
    'attributes' => [
      'widget' => ['type' => 'string', 'enum' => array_keys(WIDGETS), 'default' => 'idea-form'],
      'options' => ['type' => 'object', 'additionalProperties' => ['type' => 'string'], 'default' => new \stdClass()],
      'fallback' => ['type' => 'string', 'default' => ''],
    ],
    'editor_script' => $editor,
    'render_callback' => __NAMESPACE__ . '\block',
  ]);
}

function register_settings(): void {
  // WordPress checks an option that is not there yet twice, and would say twice what is wrong.
  add_option(NAME, []);
  register_setting(NAME, NAME, ['type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\validated']);
}

function add_page(): void {
  add_options_page('Buurt widgets', 'Buurt widgets', 'manage_options', NAME, __NAMESPACE__ . '\show_settings');
}

function link_to_settings(array $links): array {
  $address = esc_url(admin_url('options-general.php?page=' . NAME));
  return array_merge([sprintf('<a href="%s">%s</a>', $address, esc_html__('Settings', 'buurt-widgets'))], $links);
}

function uninstall(): void {
  if (!is_multisite()) {
    delete_option(NAME);
    return;
  }
  foreach (get_sites(['fields' => 'ids', 'number' => 0]) as $site) delete_blog_option($site, NAME);
}

add_filter('gettext_buurt-widgets', __NAMESPACE__ . '\dutch', 10, 2);
add_action('init', __NAMESPACE__ . '\register');
add_action('admin_init', __NAMESPACE__ . '\register_settings');
add_action('admin_menu', __NAMESPACE__ . '\add_page');
add_action('wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early');
add_filter('script_loader_tag', __NAMESPACE__ . '\script_tag', 10, 2);
add_filter('style_loader_tag', __NAMESPACE__ . '\style_tag', 10, 2);
add_filter('plugin_action_links_' . plugin_basename(__FILE__), __NAMESPACE__ . '\link_to_settings');
register_uninstall_hook(__FILE__, __NAMESPACE__ . '\uninstall');
