<?php
/**
 * The few functions of WordPress that the plugin calls, with what it hands them kept to be looked at. What escapes does so
 * as the real one; `wp_kses_post` is stricter. Reads from stdin which site this is and what to call, and answers in JSON.
 */
define('ABSPATH', __DIR__);
$site = json_decode(stream_get_contents(STDIN), true);
$hooks = [];
$seen = ['errors' => [], 'scripts' => [], 'styles' => [], 'blocks' => [], 'inline' => [], 'deleted' => []];

function add_filter($hook, $callback) { $GLOBALS['hooks'][$hook][] = $callback; }
function add_action($hook, $callback) { add_filter($hook, $callback); }
function run($hook, ...$given) {
  foreach ($GLOBALS['hooks'][$hook] ?? [] as $callback) $given[0] = $callback(...$given) ?? $given[0] ?? null;
  return $given[0] ?? null;
}

function determine_locale() { return $GLOBALS['site']['locale']; }
function __($text, $domain) { return run("gettext_$domain", $text, $text); }
function esc_html__($text, $domain) { return esc_html(__($text, $domain)); }
function esc_html($text) {
  return preg_match('//u', $text) ? htmlspecialchars($text, ENT_QUOTES, 'UTF-8', false) : '';
}
function esc_attr($text) { return esc_html($text); }
function esc_url($address) { return esc_html($address); }
function esc_url_raw($address) { return $address; }
function wp_kses_post($html) { return preg_replace('/<(\w+)[^>]*>/', '<$1>', strip_tags($html, '<p><b>')); }
function wp_json_encode($facts, $flags) { return json_encode($facts, $flags); }

function get_option() { return $GLOBALS['site']['options']; }
function add_option() {}
function delete_option($name) { $GLOBALS['seen']['deleted'][] = $name; }
function current_user_can($what) { return in_array($what, $GLOBALS['site']['can'], true); }
function add_settings_error($setting, $code, $message) { $GLOBALS['seen']['errors'][$code] = $message; }
function is_multisite() { return false; }
function is_singular() { return isset($GLOBALS['site']['content']); }
function get_post() { return (object) ['post_content' => $GLOBALS['site']['content']]; }
function has_shortcode($content, $tag) { return strpos($content, "[$tag") !== false; }
function has_block($name, $post) { return strpos($post->post_content, "<!-- wp:$name ") !== false; }
function admin_url($path) { return "https://www.example.nl/wp-admin/$path"; }
function plugin_basename() { return 'buurt-widgets.php'; }
function settings_fields() { echo '<input type="hidden" name="_wpnonce" value="1">'; }
function submit_button() { echo '<button>Save</button>'; }

function add_shortcode() {}
function register_setting() {}
function add_options_page(...$page) { $GLOBALS['seen']['capability'] = $page[2]; }
function register_uninstall_hook($file, $callback) { add_filter('uninstall', $callback); }
function wp_register_script() {}
function wp_add_inline_script($handle, $script) { $GLOBALS['seen']['inline'][$handle] = $script; }
function register_block_type($name, $facts) { $GLOBALS['seen']['blocks'][$name] = $facts; }
function wp_enqueue_style($handle, $address) {
  $GLOBALS['seen']['styles'][$handle] = run('style_loader_tag', "<link rel='stylesheet' href='$address' />", $handle);
}
function wp_enqueue_script($handle, $address) {
  $GLOBALS['seen']['scripts'][$handle] = run('script_loader_tag', "<script src='$address'></script>", $handle);
}
function wp_get_script_tag($attributes) {
  $html = '';
  foreach ($attributes as $name => $value) $html .= sprintf(' %s="%s"', $name, esc_attr($value));
  return "<script$html></script>";
}

require $site['plugin'];
$answers = [];
foreach ($site['calls'] as [$name, $given]) {
  ob_start();
  $answer = strpos($name, '#') === 0 ? run(substr($name, 1)) : ("Buurt\\Widgets\\$name")(...$given);
  $shown = ob_get_clean();
  $answers[] = $shown !== '' ? $shown : $answer;
}
$constants = ['widgets' => Buurt\Widgets\WIDGETS, 'every' => Buurt\Widgets\OF_EVERY_WIDGET, 'patterns' => Buurt\Widgets\PATTERNS];
echo json_encode(['answers' => $answers, 'seen' => $seen, 'constants' => $constants]);
