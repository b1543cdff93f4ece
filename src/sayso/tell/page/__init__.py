"""The page: one report with its record beside it, in one HTML file that needs no network and no script."""

from sayso.tell.page.html import tell_page

__all__ = ["tell_page"]
