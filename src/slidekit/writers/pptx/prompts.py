"""The words of ours that an author meets in PowerPoint: names of layouts, prompts of empty placeholders."""

from __future__ import annotations

LAYOUT_NAMES = {
    "title": {"en": "Cover", "fr": "Couverture"},
    "section": {"en": "Section", "fr": "Section"},
    "content": {"en": "Title and content", "fr": "Titre et contenu"},
    "content-0": {"en": "Title and object", "fr": "Titre et objet"},
    "columns": {"en": "Columns", "fr": "Colonnes"},
    "comparison": {"en": "Comparison", "fr": "Comparaison"},
    "quote": {"en": "Quotation", "fr": "Citation"},
    "picture": {"en": "Full picture", "fr": "Pleine image"},
    "picture-caption": {"en": "Picture and caption", "fr": "Image et légende"},
    "text-right": {"en": "Picture left, text right", "fr": "Image à gauche, texte à droite"},
    "text-left": {"en": "Text left, picture right", "fr": "Texte à gauche, image à droite"},
    "title-only": {"en": "Title only", "fr": "Titre seul"},
    "blank": {"en": "Blank", "fr": "Vide"},
    "closing": {"en": "Closing", "fr": "Fin"},
}
EXTRAS = {
    "headed": {"en": "headings", "fr": "intertitres"},
    "subtitle": {"en": "subtitle", "fr": "sous-titre"},
    "takeaway": {"en": "takeaway", "fr": "message clé"},
    "by": {"en": "attribution", "fr": "attribution"},
    "meta": {"en": "author", "fr": "auteur"},
    "untitled": {"en": "no title shown", "fr": "sans titre visible"},
    "both": {"en": "both languages", "fr": "deux langues"},
    "shared": {"en": "shared", "fr": "commun"},
    "sharedtitle": {"en": "shared title", "fr": "titre commun"},
    "sharedsubtitle": {"en": "shared subtitle", "fr": "sous-titre commun"},
    "sharedtext": {"en": "shared text", "fr": "texte commun"},
    "sharedheadings": {"en": "shared headings", "fr": "intertitres communs"},
    "sharedtakeaway": {"en": "shared takeaway", "fr": "message clé commun"},
    "sharedby": {"en": "shared attribution", "fr": "attribution commune"},
}
"""What a layout has besides its usual placeholders."""
PROMPTS = {
    "title": {"en": "Title", "fr": "Titre"},
    "subtitle": {"en": "Subtitle", "fr": "Sous-titre"},
    "body": {"en": "Text", "fr": "Texte"},
    "quote": {"en": "Quotation", "fr": "Citation"},
    "by": {"en": "Who said it", "fr": "Qui l’a dit"},
    "takeaway": {"en": "What to remember", "fr": "À retenir"},
    "caption": {"en": "Caption", "fr": "Légende"},
    "heading": {"en": "Heading", "fr": "Intertitre"},
    "meta": {"en": "Author and date", "fr": "Auteur et date"},
    "link": {"en": "Link", "fr": "Lien"},
}
"""By the role of a placeholder."""
LEVEL_PROMPTS = {
    "en": ("Second level", "Third level", "Fourth level", "Fifth level"),
    "fr": ("Deuxième niveau", "Troisième niveau", "Quatrième niveau", "Cinquième niveau"),
}
DATE = {"en": "Date", "fr": "Date"}
FOOTER = {"en": "Footer", "fr": "Pied de page"}
NUMBER = {"en": "Slide number", "fr": "Numéro de diapositive"}
SLIDE_IMAGE = {"en": "Slide", "fr": "Diapositive"}
NOTES = {"en": "Notes", "fr": "Notes"}


def spoken(locale: str) -> str:
    """The language of ours that a locale speaks."""
    return "fr" if locale.startswith("fr") else "en"


def layout_title(key: str, lang: str) -> str:
    """The name of a layout as PowerPoint's menu shows it: `Columns 2, headings, takeaway` for its longer key."""
    base = max([name for name in LAYOUT_NAMES if key == name or key.startswith(f"{name}-")], key=len, default="")
    if not base:
        return key.replace("-", " ").capitalize()
    rest = key[len(base) + 1 :].split("-") if key != base else []
    name = LAYOUT_NAMES[base][lang]
    for place, word in enumerate(rest):
        if word.isdecimal():
            name += f" {word}" if not place or rest[place - 1] != "headed" else ""
        else:
            name += f", {EXTRAS[word][lang] if word in EXTRAS else word}"
    return name
