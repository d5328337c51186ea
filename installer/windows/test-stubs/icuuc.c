/* For the tests under wine 8 alone, which lacks icuuc.dll: no converter is ever found, so Qt uses its own. Never shipped:
 * it goes into the wine prefix, and real Windows has the library. */
#define OFFERED __declspec(dllexport)

static const int not_found = 4; /* U_FILE_ACCESS_ERROR */

OFFERED void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = not_found;
    return 0;
}

OFFERED const char *ucnv_getName(void *converter, int *error)
{
    return ucnv_open(converter, error);
}

#define NOTHING(name) OFFERED void *name(void) { return 0; }
NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_countAvailable)
