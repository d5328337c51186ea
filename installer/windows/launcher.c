/* redi-desktop.exe and redi-desktop-cli.exe: start the Python that lies beside them with the program.
 *
 * The library is loaded by its full path, so that no other one can take its place. Built twice by
 * tools/package_windows.py: with -DWINDOW for the window, without for the console.
 */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LIBRARY L"\\python311.dll"
#define OWN_WORDS 6

typedef int (*python_main)(int, wchar_t **);

static int refuse(const wchar_t *what)
{
#ifdef WINDOW
    MessageBoxW(NULL, what, L"REDI Desktop", MB_ICONERROR | MB_OK);
#else
    fputws(what, stderr);
#endif
    return 9;
}

static int start(void)
{
    static wchar_t program[32768], library[32768];
    wchar_t **words, **all, *end;
    python_main run;
    HMODULE python;
    int count, i;

    if (!GetModuleFileNameW(NULL, program, 32000))
        return refuse(L"The program does not know where it is.\n");
    wcscpy(library, program);
    end = wcsrchr(library, L'\\');
    if (!end)
        return refuse(L"The program does not know where it is.\n");
    wcscpy(end, LIBRARY);
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    words = CommandLineToArgvW(GetCommandLineW(), &count);
    all = words ? calloc((size_t)count + OWN_WORDS + 1, sizeof *all) : NULL;
    if (!run || !all)
        return refuse(L"python311.dll is missing or damaged: install REDI Desktop again.\n");
    all[0] = program;
    all[1] = L"-B";
    all[2] = L"-X";
    all[3] = L"utf8";
    all[4] = L"-m";
    all[5] = L"redi_desktop";
    for (i = 1; i < count; i++)
        all[OWN_WORDS + i - 1] = words[i];
    return run(OWN_WORDS + count - 1, all);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    return start();
}
#else
int wmain(void)
{
    return start();
}
#endif
