/* For the checks alone: writes the dialogs on the screen into a file, one line for each window and control, tabs between.
 *
 *   dialog  TITLE
 *   control  NUMBER  CLASS  LEFT  TOP  WIDTH  HEIGHT  enabled|disabled  TEXT
 */
#include <windows.h>
#include <stdio.h>

static void say(const wchar_t *text)
{
    static char bytes[16384];
    char *at;

    WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    for (at = bytes; *at; at++)
        if (*at == '\t' || *at == '\r' || *at == '\n')
            *at = ' ';
    fputs(bytes, stdout);
}

static BOOL CALLBACK control(HWND window, LPARAM unused)
{
    static wchar_t text[4096], name[256];
    RECT place;

    (void)unused;
    if (!IsWindowVisible(window))
        return TRUE;
    text[0] = 0;
    SendMessageTimeoutW(window, WM_GETTEXT, 4096, (LPARAM)text, SMTO_ABORTIFHUNG, 500, NULL);
    GetClassNameW(window, name, 256);
    GetWindowRect(window, &place);
    printf("control\t%d\t", (int)GetDlgCtrlID(window));
    say(name);
    printf("\t%ld\t%ld\t%ld\t%ld\t%s\t", place.left, place.top, place.right - place.left, place.bottom - place.top,
           IsWindowEnabled(window) ? "enabled" : "disabled");
    say(text);
    putchar('\n');
    return TRUE;
}

static BOOL CALLBACK dialog(HWND window, LPARAM unused)
{
    static wchar_t text[1024], name[256];

    (void)unused;
    GetClassNameW(window, name, 256);
    if (!IsWindowVisible(window) || !IsWindowEnabled(window) || wcscmp(name, L"#32770"))
        return TRUE;
    GetWindowTextW(window, text, 1024);
    fputs("dialog\t", stdout);
    say(text);
    putchar('\n');
    EnumChildWindows(window, control, 0);
    return TRUE;
}

int main(int count, char **words)
{
    if (count != 2 || !freopen(words[1], "w", stdout))
        return 1;
    EnumWindows(dialog, 0);
    return 0;
}
