import accountTree from '@material-symbols/svg-400/outlined/account_tree.svg';
import add from '@material-symbols/svg-400/outlined/add.svg';
import approval from '@material-symbols/svg-400/outlined/approval.svg';
import archive from '@material-symbols/svg-400/outlined/archive.svg';
import arrowBack from '@material-symbols/svg-400/outlined/arrow_back.svg';
import arrowForward from '@material-symbols/svg-400/outlined/arrow_forward.svg';
import attachFile from '@material-symbols/svg-400/outlined/attach_file.svg';
import autoStories from '@material-symbols/svg-400/outlined/auto_stories.svg';
import badge from '@material-symbols/svg-400/outlined/badge.svg';
import callSplit from '@material-symbols/svg-400/outlined/call_split.svg';
import check from '@material-symbols/svg-400/outlined/check.svg';
import checkCircle from '@material-symbols/svg-400/outlined/check_circle.svg';
import checklist from '@material-symbols/svg-400/outlined/checklist.svg';
import chevronLeft from '@material-symbols/svg-400/outlined/chevron_left.svg';
import chevronRight from '@material-symbols/svg-400/outlined/chevron_right.svg';
import close from '@material-symbols/svg-400/outlined/close.svg';
import cloudDone from '@material-symbols/svg-400/outlined/cloud_done.svg';
import contentCopy from '@material-symbols/svg-400/outlined/content_copy.svg';
import contentCut from '@material-symbols/svg-400/outlined/content_cut.svg';
import contrast from '@material-symbols/svg-400/outlined/contrast.svg';
import darkMode from '@material-symbols/svg-400/outlined/dark_mode.svg';
import dashboard from '@material-symbols/svg-400/outlined/dashboard.svg';
import densityMedium from '@material-symbols/svg-400/outlined/density_medium.svg';
import description from '@material-symbols/svg-400/outlined/description.svg';
import documentScanner from '@material-symbols/svg-400/outlined/document_scanner.svg';
import download from '@material-symbols/svg-400/outlined/download.svg';
import draft from '@material-symbols/svg-400/outlined/draft.svg';
import dynamicForm from '@material-symbols/svg-400/outlined/dynamic_form.svg';
import editNote from '@material-symbols/svg-400/outlined/edit_note.svg';
import error from '@material-symbols/svg-400/outlined/error.svg';
import event from '@material-symbols/svg-400/outlined/event.svg';
import eventBusy from '@material-symbols/svg-400/outlined/event_busy.svg';
import eventRepeat from '@material-symbols/svg-400/outlined/event_repeat.svg';
import filterList from '@material-symbols/svg-400/outlined/filter_list.svg';
import fitScreen from '@material-symbols/svg-400/outlined/fit_screen.svg';
import folder from '@material-symbols/svg-400/outlined/folder.svg';
import folderOpen from '@material-symbols/svg-400/outlined/folder_open.svg';
import forum from '@material-symbols/svg-400/outlined/forum.svg';
import forward from '@material-symbols/svg-400/outlined/forward.svg';
import fullscreen from '@material-symbols/svg-400/outlined/fullscreen.svg';
import fullscreenExit from '@material-symbols/svg-400/outlined/fullscreen_exit.svg';
import gavel from '@material-symbols/svg-400/outlined/gavel.svg';
import group from '@material-symbols/svg-400/outlined/group.svg';
import help from '@material-symbols/svg-400/outlined/help.svg';
import history from '@material-symbols/svg-400/outlined/history.svg';
import inbox from '@material-symbols/svg-400/outlined/inbox.svg';
import info from '@material-symbols/svg-400/outlined/info.svg';
import inkHighlighter from '@material-symbols/svg-400/outlined/ink_highlighter.svg';
import key from '@material-symbols/svg-400/outlined/key.svg';
import keyboard from '@material-symbols/svg-400/outlined/keyboard.svg';
import keyboardArrowDown from '@material-symbols/svg-400/outlined/keyboard_arrow_down.svg';
import lightMode from '@material-symbols/svg-400/outlined/light_mode.svg';
import lightbulb from '@material-symbols/svg-400/outlined/lightbulb.svg';
import link from '@material-symbols/svg-400/outlined/link.svg';
import lock from '@material-symbols/svg-400/outlined/lock.svg';
import logout from '@material-symbols/svg-400/outlined/logout.svg';
import mail from '@material-symbols/svg-400/outlined/mail.svg';
import markEmailUnread from '@material-symbols/svg-400/outlined/mark_email_unread.svg';
import monitorHeart from '@material-symbols/svg-400/outlined/monitor_heart.svg';
import moreHoriz from '@material-symbols/svg-400/outlined/more_horiz.svg';
import moveItem from '@material-symbols/svg-400/outlined/move_item.svg';
import northEast from '@material-symbols/svg-400/outlined/north_east.svg';
import notifications from '@material-symbols/svg-400/outlined/notifications.svg';
import notificationsPaused from '@material-symbols/svg-400/outlined/notifications_paused.svg';
import outbox from '@material-symbols/svg-400/outlined/outbox.svg';
import package2 from '@material-symbols/svg-400/outlined/package_2.svg';
import person from '@material-symbols/svg-400/outlined/person.svg';
import postAdd from '@material-symbols/svg-400/outlined/post_add.svg';
import print from '@material-symbols/svg-400/outlined/print.svg';
import redo from '@material-symbols/svg-400/outlined/redo.svg';
import refresh from '@material-symbols/svg-400/outlined/refresh.svg';
import remove from '@material-symbols/svg-400/outlined/remove.svg';
import restartAlt from '@material-symbols/svg-400/outlined/restart_alt.svg';
import rotateLeft from '@material-symbols/svg-400/outlined/rotate_left.svg';
import rotateRight from '@material-symbols/svg-400/outlined/rotate_right.svg';
import rule from '@material-symbols/svg-400/outlined/rule.svg';
import schedule from '@material-symbols/svg-400/outlined/schedule.svg';
import schema from '@material-symbols/svg-400/outlined/schema.svg';
import search from '@material-symbols/svg-400/outlined/search.svg';
import send from '@material-symbols/svg-400/outlined/send.svg';
import shieldLock from '@material-symbols/svg-400/outlined/shield_lock.svg';
import signature from '@material-symbols/svg-400/outlined/signature.svg';
import southWest from '@material-symbols/svg-400/outlined/south_west.svg';
import stickyNote2 from '@material-symbols/svg-400/outlined/sticky_note_2.svg';
import stopCircle from '@material-symbols/svg-400/outlined/stop_circle.svg';
import table from '@material-symbols/svg-400/outlined/table.svg';
import taskAlt from '@material-symbols/svg-400/outlined/task_alt.svg';
import textFields from '@material-symbols/svg-400/outlined/text_fields.svg';
import timer from '@material-symbols/svg-400/outlined/timer.svg';
import toc from '@material-symbols/svg-400/outlined/toc.svg';
import translate from '@material-symbols/svg-400/outlined/translate.svg';
import tune from '@material-symbols/svg-400/outlined/tune.svg';
import undo from '@material-symbols/svg-400/outlined/undo.svg';
import unfoldLess from '@material-symbols/svg-400/outlined/unfold_less.svg';
import update from '@material-symbols/svg-400/outlined/update.svg';
import upload from '@material-symbols/svg-400/outlined/upload.svg';
import verified from '@material-symbols/svg-400/outlined/verified.svg';
import visibility from '@material-symbols/svg-400/outlined/visibility.svg';
import visibilityOff from '@material-symbols/svg-400/outlined/visibility_off.svg';
import warning from '@material-symbols/svg-400/outlined/warning.svg';
import zoomIn from '@material-symbols/svg-400/outlined/zoom_in.svg';
import zoomOut from '@material-symbols/svg-400/outlined/zoom_out.svg';

/** Material Symbols outlined, weight 400 (Apache-2.0): exactly the icons in use, compiled in one by one, no icon font. */
export const ICONS = {
  'account-tree': accountTree,
  add,
  approval,
  archive,
  'arrow-back': arrowBack,
  'arrow-forward': arrowForward,
  'attach-file': attachFile,
  'auto-stories': autoStories,
  badge,
  'call-split': callSplit,
  check,
  'check-circle': checkCircle,
  checklist,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  close,
  'cloud-done': cloudDone,
  'content-copy': contentCopy,
  'content-cut': contentCut,
  contrast,
  'dark-mode': darkMode,
  dashboard,
  'density-medium': densityMedium,
  description,
  'document-scanner': documentScanner,
  download,
  draft,
  'dynamic-form': dynamicForm,
  'edit-note': editNote,
  error,
  event,
  'event-busy': eventBusy,
  'event-repeat': eventRepeat,
  'filter-list': filterList,
  'fit-screen': fitScreen,
  folder,
  'folder-open': folderOpen,
  forum,
  forward,
  fullscreen,
  'fullscreen-exit': fullscreenExit,
  gavel,
  group,
  help,
  history,
  inbox,
  info,
  'ink-highlighter': inkHighlighter,
  key,
  keyboard,
  'keyboard-arrow-down': keyboardArrowDown,
  'light-mode': lightMode,
  lightbulb,
  link,
  lock,
  logout,
  mail,
  'mark-email-unread': markEmailUnread,
  'monitor-heart': monitorHeart,
  'more-horiz': moreHoriz,
  'move-item': moveItem,
  'north-east': northEast,
  notifications,
  'notifications-paused': notificationsPaused,
  outbox,
  'package-2': package2,
  person,
  'post-add': postAdd,
  print,
  redo,
  refresh,
  remove,
  'restart-alt': restartAlt,
  'rotate-left': rotateLeft,
  'rotate-right': rotateRight,
  rule,
  schedule,
  schema,
  search,
  send,
  'shield-lock': shieldLock,
  signature,
  'south-west': southWest,
  'sticky-note-2': stickyNote2,
  'stop-circle': stopCircle,
  table,
  'task-alt': taskAlt,
  'text-fields': textFields,
  timer,
  toc,
  translate,
  tune,
  undo,
  'unfold-less': unfoldLess,
  update,
  upload,
  verified,
  visibility,
  'visibility-off': visibilityOff,
  warning,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut,
} as const satisfies Record<string, string>;

export type IconName = keyof typeof ICONS;
