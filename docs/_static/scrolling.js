// What is wider than the window scrolls in its own frame; a keyboard has to reach that frame to scroll it.
"use strict";

(() => {
  function mark() {
    for (const frame of document.querySelectorAll("article pre, article .table-wrapper")) {
      if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    }
  }

  addEventListener("load", mark);
  addEventListener("resize", mark);
})();
